package dev.threadline.sample;

import dev.threadline.sample.operation.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code threadline sample}: generates a realistic log of a service team, and the truth behind it. */
@Command(
        name = "threadline sample",
        sortOptions = false,
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        versionProvider = SampleCommand.Version.class,
        description = {
            "Generates the message log of a simulated service team: five channels, four teams in two zones, bots,"
                    + " shifts, three languages, and the dirt of real exports. The truth behind it lies beside it.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  threadline sample --out ./sample --conversations 2000 --agents 12 --seed 7",
            "  threadline run --input ./sample/log --config ./sample/threadline.yml",
            "",
            "Written are DIR/log (JSON lines), DIR/truth (CSV: the conversation of each message, needs, conversations,",
            "attention spent, load at each moment, dirt) and DIR/threadline.yml (hours and holidays of the teams).",
            "The same options give the same lines on every machine.",
            "",
            "Exit codes: 0 done, 1 a failure of ours, 2 a mistake in the options."
        })
public final class SampleCommand implements Callable<Integer> {

    private static final int FAILURE = 1;
    private static final int MISTAKE = 2;
    private static final int MOST_FILES = 9_999;
    private static final double MOST_DIRT = 0.2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace a sample that is already there.")
    private boolean force;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same log (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private PeriodOptions periodOptions = new PeriodOptions();

    @Option(
            names = "--dirt",
            paramLabel = "SHARE",
            defaultValue = "0.003",
            description = "Malformed lines; duplicates and revisions come twice as often, late records four times,"
                    + " wrong clocks as often; 0 for none (${DEFAULT-VALUE}).")
    private double dirt;

    @Mixin
    private EffectOptions effectOptions = new EffectOptions();

    @Option(names = "--files", paramLabel = "N", description = "Files of the log (one for each week).")
    private @Nullable Integer files;

    @Option(
            names = "--no-gzip",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Write plain files (compressed unless given).")
    private boolean gzip;

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SampleCommand()).setExecutionExceptionHandler(SampleCommand::explain);
    }

    @Override
    public Integer call() throws IOException {
        PeriodOptions.Period period = periodOptions.period();
        EffectOptions.checkShare("--dirt", dirt, MOST_DIRT);
        Scenario scenario = new Scenario(
                seed,
                periodOptions.conversations,
                period.from(),
                period.untilExclusive(),
                periodOptions.agents(period),
                dirt,
                effectOptions.effects());
        int parts = files == null ? (int) Math.min(MOST_FILES, (period.days() + 6) / 7) : checkedFiles(files);
        prepare(out);
        long startNanos = System.nanoTime();
        Sample.Counts counts = new Sample(out, parts, gzip).write(scenario);
        report(counts, (System.nanoTime() - startNanos) / 1e9);
        return 0;
    }

    private static int checkedFiles(int files) {
        EffectOptions.checkShare("--files", files - 1.0, MOST_FILES - 1.0);
        return files;
    }

    private void report(Sample.Counts counts, double seconds) {
        if (spec != null) {
            PrintWriter console = spec.commandLine().getOut();
            console.printf(
                    Locale.ROOT,
                    "wrote %,d lines of %,d conversations to %s in %.1f s (%,.0f lines/s)%n",
                    counts.lines(),
                    counts.conversations(),
                    out,
                    seconds,
                    counts.lines() / Math.max(seconds, 1e-3));
            console.flush();
        }
    }

    private void prepare(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw SampleErrors.notAFolder(folder);
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isEmpty()) {
                return;
            }
        }
        if (!force) {
            throw SampleErrors.notEmpty(folder);
        }
        for (String ours : List.of("log", "truth", "threadline.yml")) {
            delete(folder.resolve(ours));
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter console = command.getErr();
        if (failure instanceof SampleException) {
            console.println(failure.getMessage());
            console.flush();
            return MISTAKE;
        }
        Exception cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        if (cause instanceof FileSystemException denied) {
            console.println(SampleErrors.cannotWrite(
                            Path.of(denied.getFile()), denied.getClass().getSimpleName())
                    .getMessage());
            console.flush();
            return MISTAKE;
        }
        if (cause instanceof IOException) {
            console.println("The sample could not be written: " + cause.getMessage()
                    + ". What is in the folder is incomplete; make room and run the same command with --force.");
            console.flush();
            return FAILURE;
        }
        throw failure;
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SampleCommand.class.getPackage().getImplementationVersion();
            return new String[] {"threadline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
