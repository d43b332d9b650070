package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.error.DashboardErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code threadline bench}: the race against plain DuckDB and Spark, for anyone to repeat. */
@Command(
        name = "bench",
        description = "Races a build against plain DuckDB and Spark on a generated log, and compares their tables.",
        sortOptions = false,
        footer = {
            "",
            "Contenders take turns, each a process of its own. Exit code 1 says that tables differ or that a contender failed.",
            "docs/performance.md explains what is raced.",
            "",
            "Example: ./threadline bench --messages 10M --keep /data/bench --out race.md"
        })
public final class BenchCommand implements Callable<Integer> {

    private static final Set<String> PARTS = Set.of("a", "b", "c", "d", "e", "f");
    private static final long MOST_MEMORY = 8L << 30;
    private static final double SHARE_OF_MACHINE = 0.75;

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "1M",
            description = "About how many messages are raced on, such as 500k or 10M; default: ${DEFAULT-VALUE}.")
    private String messages = "";

    @Option(names = "--runs", defaultValue = "3", description = "Turns of each contender; default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = {
                "Parts to run, such as a,b: a build of everything, b DuckDB, c Spark's windows, d one more day,",
                "e ingest, f start-up; default: all."
            })
    private Set<String> only = PARTS;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Work in this folder, keep it, and use the log again that is there; default: a temporary one.")
    private @Nullable Path keep;

    @Option(names = "--out", paramLabel = "FILE.md", description = "Write the report here too.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, SQLException {
        Quantity wanted = Quantity.parse(messages);
        Set<String> parts = new TreeSet<>(only);
        if (runs < 1 || !PARTS.containsAll(parts)) {
            throw DashboardErrors.unknownBench(runs, parts);
        }
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        Path folder = keep == null
                ? Files.createTempDirectory("threadline-bench")
                : Files.createDirectories(keep.toAbsolutePath().resolve(wanted.words()));
        try {
            return race(folder.toRealPath(), wanted.number(), parts);
        } catch (ChildFailure failure) {
            say(String.valueOf(failure.getMessage()));
            return 1;
        } finally {
            if (keep == null) {
                Folders.delete(folder);
            }
        }
    }

    private int race(Path folder, long number, Set<String> parts) throws IOException, SQLException {
        long memory = Math.min(MOST_MEMORY, (long) (Memory.ofMachine() * SHARE_OF_MACHINE));
        Tools tools = new Tools(launcher(), folder, memory);
        BenchLog log = new BenchLog(folder, tools, number);
        log.prepare(BenchCommand::say);
        BenchLog.Size size = log.size();
        Contenders all = new Contenders(folder, tools, log, size.newest());
        List<Contender> running = all.of(parts);
        Race race = new Race(all, running, BenchCommand::say);
        double loadBefore = Machine.load();
        race.run(runs);
        String report = Report.of(
                List.of(
                        LocalDate.now(ZoneOffset.UTC) + ": " + Machine.description(),
                        String.format(
                                Locale.ROOT,
                                "Load of the machine before the first turn %.2f, after the last %.2f",
                                loadBefore,
                                Machine.load()),
                        String.format(
                                Locale.ROOT,
                                "%,d messages of %,d threads; heap and DuckDB's limit %,d MB; turns %d",
                                size.messages(),
                                size.threads(),
                                memory >> 20,
                                runs)),
                running,
                race.results(),
                size.messages(),
                race.agreement());
        System.out.println(report);
        if (out != null) {
            Files.writeString(out, report);
        }
        return race.agrees() ? 0 : 1;
    }

    /** The script that started this, which starts the contenders too. */
    private static String launcher() {
        String launcher = System.getenv("THREADLINE_LAUNCHER");
        if (launcher == null) {
            throw DashboardErrors.benchWithoutLauncher();
        }
        return launcher;
    }

    private static void say(String line) {
        System.err.println("bench: " + line);
    }
}
