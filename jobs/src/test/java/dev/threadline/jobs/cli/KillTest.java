package dev.threadline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.reference.LogRecord;
import dev.threadline.jobs.reference.PublishedRows;
import dev.threadline.jobs.reference.RandomLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs are killed at random moments, readers see a whole publication all the while, and what the next run makes of it is what
 * an undisturbed run makes. A few kills with each build of the project, {@code -Dthreadline.kills=100} for more,
 * {@code -Dthreadline.kill-seed} for others.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("threadline.kills", 2);
    private static final long SEED = Long.getLong("threadline.kill-seed", 1);
    private static final int MOST_KILLS_IN_A_ROW = 3;
    private static final long LONGEST_DELAY_MS = 30;
    private static final long BETWEEN_LOOKS_MS = 2_000;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void aKilledRunIsRepeatedAndComesToTheSameTables() throws Exception {
        Files.createDirectories(log());
        Path base = folder.resolve("base");
        writeLog(0, "first.jsonl");
        finish(base, false);
        writeLog(1, "second.jsonl", "third.jsonl");
        Path undisturbed = copy(base, "undisturbed");
        finish(undisturbed, false);
        Map<String, List<String>> before = shown(base);
        Map<String, List<String>> after = shown(undisturbed);
        assertThat(after).isNotEqualTo(before);
        long filesOfARun = files(undisturbed) - files(base);

        int atWork = 0;
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            Path disturbed = copy(base, "disturbed-" + round);
            int wanted = Math.min(KILLS - kills, 1 + random.nextInt(MOST_KILLS_IN_A_ROW));
            for (int kill = 0; kill < wanted; kill++) {
                KilledProcess run = start(disturbed, kills % 2 == 1);
                CompletableFuture<Void> reader =
                        CompletableFuture.runAsync(() -> look(run, disturbed, List.of(before, after)));
                long moment = random.nextLong(filesOfARun);
                atWork += run.killAfter(moment, random.nextLong(LONGEST_DELAY_MS)) ? 1 : 0;
                kills++;
                reader.get();
                assertThat(shown(disturbed))
                        .as("round %d, kill %d after %d files", round, kill, moment)
                        .isIn(before, after);
            }
            finish(disturbed, round % 2 == 0);
            assertThat(shown(disturbed)).as("round %d", round).isEqualTo(after);
            assertThat(taken(disturbed)).as("round %d", round).isEqualTo(taken(undisturbed));
            delete(disturbed);
        }
        assertThat(atWork).as("runs that were at work when they were killed").isGreaterThan(KILLS / 2);
    }

    /** A reader sees a whole publication at any moment. */
    private static void look(KilledProcess run, Path warehouse, List<Map<String, List<String>>> whole) {
        while (run.isAlive()) {
            assertThat(shown(warehouse)).isIn(whole);
            try {
                Thread.sleep(BETWEEN_LOOKS_MS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private KilledProcess start(Path warehouse, boolean onlyChanges) throws IOException {
        Path temporary = folder.resolve("temporary");
        return onlyChanges
                ? new KilledProcess(warehouse, temporary, RunOfChanges.class, log().toString(), warehouse.toString())
                : new KilledProcess(warehouse, temporary, Main.class, arguments(warehouse));
    }

    private void finish(Path warehouse, boolean onlyChanges) {
        if (onlyChanges) {
            RunOfChanges.run(log(), warehouse);
        } else {
            assertThat(Main.commandLine().execute(arguments(warehouse))).isZero();
        }
    }

    private String[] arguments(Path warehouse) {
        return new String[] {
            "run",
            "--input",
            log().toString(),
            "--warehouse",
            warehouse.toString(),
            "--master",
            "local[2]",
            "--conf",
            "spark.sql.shuffle.partitions=2"
        };
    }

    /** Half of the records of a random log in so many files, some of them twice, and one in each that is none. */
    private void writeLog(int half, String... names) throws IOException {
        List<LogRecord> records = RandomLog.of(SEED).records();
        for (int part = 0; part < names.length; part++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                boolean isOfPart = i % 2 == half && i / 2 % names.length == part;
                if (isOfPart || random.nextInt(10) == 0) {
                    lines.add(records.get(i).toJsonLine());
                }
            }
            lines.add("{\"thread_id\":\"t\",\"message_id\":\"" + names[part] + "\",\"sender_role\":\"bot\"}");
            Files.write(log().resolve(names[part]), lines);
        }
    }

    /** What readers see: the rows of each table of the newest publication, in a fixed order. */
    private static Map<String, List<String>> shown(Path root) {
        Warehouse warehouse = warehouse(root);
        Publication newest = new Publications(warehouse).newest().orElseThrow();
        return PublishedRows.of(warehouse, newest);
    }

    /** What was taken in, whichever run did: messages and rejects, each once. */
    private static List<List<String>> taken(Path root) {
        Warehouse warehouse = warehouse(root);
        return List.of(
                sorted(warehouse
                        .read(MessagesTable.TABLE)
                        .drop(MessagesTable.RUN_ID, MessagesTable.INGESTED_AT)
                        .collectAsList()),
                sorted(warehouse
                        .read(RejectedRecordsTable.TABLE)
                        .drop(RejectedRecordsTable.RUN_ID, RejectedRecordsTable.REJECTED_AT)
                        .collectAsList()));
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream().map(Object::toString).sorted().toList();
    }

    private static Warehouse warehouse(Path root) {
        return new Warehouse(
                SparkSessions.start(Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2")),
                root.toString());
    }

    private static long files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.count();
        }
    }

    private Path copy(Path root, String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, copy.resolve(root.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException cause) {
                    throw new UncheckedIOException(cause);
                }
            });
        }
        return copy;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
