package dev.threadline.dashboard.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All who can be in the race, and where each leaves its tables. */
final class Contenders {

    private static final Duration DAY = Duration.ofDays(1);

    private final Path folder;
    private final Tools tools;
    private final BenchLog log;
    private final Instant newest;
    private boolean isBuilt;
    private boolean isBuiltForYesterday;
    private boolean isAsked;

    /**
     * Contenders on a log.
     *
     * @param newest when its newest message was sent
     */
    Contenders(Path folder, Tools tools, BenchLog log, Instant newest) {
        this.folder = folder;
        this.tools = tools;
        this.log = log;
        this.newest = newest;
    }

    /** Those of the wanted parts, {@code a} to {@code f}, in their order. */
    List<Contender> of(Set<String> parts) {
        List<Contender> all = new ArrayList<>();
        add(all, parts, "a", "Threadline, build of everything", this::build);
        add(all, parts, "b", "DuckDB, a script tuned for speed", this::duckDb);
        add(all, parts, "c", "Spark, the same by window functions", this::windows);
        add(all, parts, "d", "Threadline, one more day", this::oneMoreDay);
        if (parts.contains("e")) {
            add(
                    all,
                    Set.of("e1"),
                    "e1",
                    "Threadline, ingest",
                    () -> log.ingestInto(Folders.empty(folder.resolve("taken"))));
            add(all, Set.of("e2"), "e2", "DuckDB, JSON to Parquet", this::read);
        }
        if (parts.contains("f")) {
            StartUps startUps = new StartUps(tools, log, this::built);
            add(all, Set.of("f1"), "f1", "Threadline, --help", startUps::help);
            add(all, Set.of("f2"), "f2", "Threadline, sql \"SELECT 1\"", startUps::sql);
            add(all, Set.of("f3"), "f3", "Threadline, serve until the first answer", startUps::serve);
            add(all, Set.of("f4"), "f4", "Threadline, run with nothing new", startUps::nothingNew);
        }
        return all;
    }

    /** A warehouse with a build of everything. */
    Path full() {
        return folder.resolve("full");
    }

    /** A warehouse to whose publication a day came, and which was built again. */
    Path day() {
        return folder.resolve("day");
    }

    Path duckDbTables() {
        return folder.resolve("duckdb");
    }

    Path windowsTables() {
        return folder.resolve("windows");
    }

    private static void add(List<Contender> all, Set<String> parts, String key, String name, Supplier<Measured> turn) {
        if (parts.contains(key)) {
            all.add(new Contender(key, name, turn));
        }
    }

    private Measured build() {
        Path warehouse = Folders.cloneWarehouse(log.base(), full());
        isBuilt = true;
        return tools.threadline("build", "--full", "--warehouse", warehouse.toString());
    }

    private Measured duckDb() {
        return tools.duckDb(
                "race",
                Map.of(
                        "messages",
                        BenchLog.parquet(log.base(), "messages"),
                        "out",
                        Folders.empty(duckDbTables()).toString()));
    }

    private Measured windows() {
        return tools.threadline(
                "bench-windows",
                "--warehouse",
                log.base().toString(),
                "--out",
                Folders.empty(windowsTables()).toString());
    }

    private Measured oneMoreDay() {
        Path yesterday = folder.resolve("yesterday");
        if (!isBuiltForYesterday) {
            Instant day = newest.minus(DAY);
            log.ingestBefore(day, Folders.empty(yesterday));
            tools.threadline("build", "--warehouse", yesterday.toString());
            log.ingestFrom(day, yesterday);
            isBuiltForYesterday = true;
        }
        Folders.cloneWarehouse(yesterday, day());
        return tools.threadline("build", "--warehouse", day().toString());
    }

    private Measured read() {
        return tools.duckDb(
                "reader",
                Map.of(
                        "log",
                        "'" + log.files().toString().replace("'", "''") + "/*.jsonl.gz'",
                        "mapping",
                        Resource.sql("plain"),
                        "out",
                        Folders.empty(folder.resolve("read")).toString()));
    }

    /** A warehouse with a publication, made where nobody made one before. */
    private Path built() {
        if (!isBuilt) {
            build();
        }
        if (!isAsked) {
            // The first question leaves archived classes behind, from which all later ones start.
            isAsked = true;
            tools.threadline("sql", "--warehouse", full().toString(), "SELECT 1");
        }
        return full();
    }
}
