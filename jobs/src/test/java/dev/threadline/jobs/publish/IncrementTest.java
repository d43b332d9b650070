package dev.threadline.jobs.publish;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.audit.Audit;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.reference.LogRecord;
import dev.threadline.jobs.reference.PublishedRows;
import dev.threadline.jobs.reference.RandomLog;
import dev.threadline.jobs.sensitivity.PolicySensitivityTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of the incremental build: whatever came in which runs, the tables are those of a build of everything. */
class IncrementTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String CHANNELS =
            "channels: { letter: { silence: none, reopen-window: 24h, engagement-window: 60m } }\n";
    private static final List<Configuration> POLICIES = Stream.of("silence", "learned")
            .map(policy -> Configurations.parse(CHANNELS + "policy: " + policy, "test"))
            .toList();
    private static final List<Table<?>> IDENTICAL = Stream.concat(
                    BuiltTables.ALL.stream(), Stream.of(PolicySensitivityTable.TABLE))
            .toList();

    /** One for each policy; more for a longer look, by {@code -Dthreadline.schedules=25}. */
    private static final int SCHEDULES = Integer.getInteger("threadline.schedules", POLICIES.size());

    /** So many random logs arrive together, each as a source of its own. */
    private static final int LOGS = 8;

    private static final Instant AS_OF = RandomLog.of(0).asOf();

    /** What time may do at last, when nothing comes any more: windows pass, customers are given up. */
    private static final List<Duration> PASSES =
            List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(8), Duration.ofDays(40));

    @TempDir
    Path folder;

    static Stream<Long> seeds() {
        return Stream.iterate(0L, seed -> seed + 1).limit(SCHEDULES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runsInAnyOrderAndSplitComeToTheTablesOfOneBuild(long seed) {
        Random random = new Random(seed);
        Configuration configuration = POLICIES.get((int) (seed % POLICIES.size()));
        List<List<LogRecord>> runs = runs(log(seed), random);
        Warehouse grown = warehouse("grown");
        List<PublishJob.Result> published = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            ingest(grown, "run-" + i, runs.get(i));
            published.add(publish(grown, configuration, Optional.empty(), BuildExtent.CHANGES));
        }
        Instant asOf = AS_OF.plus(PASSES.get(random.nextInt(PASSES.size())));
        published.add(publish(grown, configuration, Optional.of(asOf), BuildExtent.CHANGES));
        Publication last = published.get(published.size() - 1).publication();
        Warehouse atOnce = warehouse("at-once");
        ingest(atOnce, "all", runs.stream().flatMap(List::stream).toList());
        PublishJob.Result rebuilt = publish(atOnce, configuration, Optional.of(asOf), BuildExtent.EVERYTHING);
        Publication everything = rebuilt.publication();

        assertSameTables(grown, last, atOnce, everything, seed);
        assertThat(List.of(last.messages(), last.conversations(), last.unattached()))
                .isEqualTo(List.of(everything.messages(), everything.conversations(), everything.unattached()));
        List<PublishJob.Result> changes = sinceEverythingWasBuilt(published);
        assertThat(added(changes)).as("rows, seed %d", seed).isEqualTo(added(List.of(rebuilt)));
        assertThat(audited(changes)).as("audit, seed %d", seed).isEqualTo(audited(List.of(rebuilt)));
    }

    /** A late message takes from what was credited to another thread's; a late thread becomes a customer's previous one. */
    @Test
    void whatComesLateBearsOnConversationsThatEndedLongAgoElsewhere() {
        List<LogRecord> inTime = List.of(
                customer("a", "10:00"),
                agent("a", "10:05"),
                customer("a", "10:30"),
                agent("a", "10:35"),
                customer("b", "10:32"),
                agent("b", "10:33"),
                customer("c", "10:01"),
                customer("d", "11:00"),
                agent("d", "11:05"),
                customer("e", "11:01"),
                agent("e", "11:02"));
        List<LogRecord> late = List.of(agent("c", "10:03"), customer("f", "09:00", "d"));
        Configuration configuration = POLICIES.get(0);
        Optional<Instant> asOf = Optional.of(Instant.parse("2026-05-01T00:00:00Z"));
        Warehouse grown = warehouse("grown");
        ingest(grown, "in-time", inTime);
        publish(grown, configuration, asOf, BuildExtent.CHANGES);
        ingest(grown, "late", late);
        Publication last =
                publish(grown, configuration, asOf, BuildExtent.CHANGES).publication();
        Warehouse atOnce = warehouse("at-once");
        ingest(atOnce, "all", Stream.concat(inTime.stream(), late.stream()).toList());
        Publication everything =
                publish(atOnce, configuration, asOf, BuildExtent.EVERYTHING).publication();

        assertSameTables(grown, last, atOnce, everything, 0);
    }

    private static LogRecord customer(String threadId, String at) {
        return message(threadId, at, "customer", "of " + threadId, "of " + threadId);
    }

    /** The customer of another thread writes in this one. */
    private static LogRecord customer(String threadId, String at, String otherThread) {
        return message(threadId, at, "customer", "of " + otherThread, "of " + otherThread);
    }

    private static LogRecord agent(String threadId, String at) {
        return message(threadId, at, "agent", "ann", "of " + threadId);
    }

    private static LogRecord message(String threadId, String at, String role, String sender, String customer) {
        return new LogRecord(
                "canonical",
                threadId,
                threadId + at,
                Instant.parse("2026-03-02T" + at + ":00Z"),
                role,
                sender,
                "message",
                null,
                null,
                "sms",
                null,
                customer,
                null,
                false,
                false);
    }

    private static void assertSameTables(
            Warehouse grown, Publication last, Warehouse atOnce, Publication everything, long seed) {
        for (Table<?> table : IDENTICAL) {
            List<String> found = PublishedRows.of(grown, last, table);
            List<String> expected = PublishedRows.of(atOnce, everything, table);
            assertThat(Differences.between(found, expected))
                    .as("%s, seed %d", table.name(), seed)
                    .isEqualTo(Differences.NONE);
        }
    }

    /** A newest message that is told to be older makes a run build everything. */
    private static List<PublishJob.Result> sinceEverythingWasBuilt(List<PublishJob.Result> results) {
        int from = 0;
        for (int i = 0; i < results.size(); i++) {
            from = results.get(i).fresh() && results.get(i).rows().removed().isEmpty() ? i : from;
        }
        return results.subList(from, results.size());
    }

    /** By table, how many more rows came than went. */
    private static Map<String, Long> added(List<PublishJob.Result> results) {
        Map<String, Long> rows = new HashMap<>();
        for (PublishJob.Result result : results) {
            result.rows().added().forEach((table, n) -> rows.merge(table, n, Long::sum));
            result.rows().removed().forEach((table, n) -> rows.merge(table, -n, Long::sum));
        }
        return rows;
    }

    /** By law, the sum of its sums. */
    private static Map<String, Long> audited(List<PublishJob.Result> results) {
        return results.stream()
                .flatMap(result -> result.audit().stream())
                .collect(groupingBy(Audit.Finding::law, summingLong(Audit.Finding::sum)));
    }

    /** Rows that only one side has: thousands are compared, and few may be looked at. */
    private record Differences(List<String> onlyFound, List<String> onlyExpected) {
        static final Differences NONE = new Differences(List.of(), List.of());

        static Differences between(List<String> found, List<String> expected) {
            return new Differences(less(found, expected), less(expected, found));
        }

        private static List<String> less(List<String> rows, List<String> others) {
            Map<String, Long> left = others.stream().collect(groupingBy(row -> row, counting()));
            return rows.stream()
                    .filter(row -> left.merge(row, -1L, Long::sum) < 0)
                    .toList();
        }
    }

    private static List<LogRecord> log(long seed) {
        return LongStream.range(seed * LOGS, (seed + 1) * LOGS)
                .boxed()
                .flatMap(one -> RandomLog.of(one).records().stream().map(record -> record.fromSource("s" + one)))
                .toList();
    }

    /** Mostly in order of time, with some late, some repeated, and some that come once more with other contents. */
    private static List<List<LogRecord>> runs(List<LogRecord> log, Random random) {
        List<LogRecord> arriving = new ArrayList<>(log);
        arriving.sort(Comparator.comparing(LogRecord::sentAt));
        for (int late = arriving.size() / 10; late > 0; late--) {
            LogRecord moved = arriving.remove(random.nextInt(arriving.size()));
            arriving.add(random.nextInt(arriving.size() + 1), moved);
        }
        int pieces = 2 + random.nextInt(4);
        List<Integer> cuts = new ArrayList<>(List.of(0, arriving.size()));
        for (int i = 1; i < pieces; i++) {
            cuts.add(random.nextInt(arriving.size()));
        }
        Collections.sort(cuts);
        List<List<LogRecord>> runs = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            List<LogRecord> run = new ArrayList<>(arriving.subList(cuts.get(i - 1), cuts.get(i)));
            for (int again = run.size() / 20; again > 0; again--) {
                LogRecord earlier = arriving.get(random.nextInt(cuts.get(i)));
                run.add(random.nextBoolean() ? earlier : otherCopy(earlier, random));
            }
            for (int ahead = run.size() / 40; ahead > 0; ahead--) {
                run.add(otherCopy(arriving.get(random.nextInt(arriving.size())), random));
            }
            if (!run.isEmpty()) {
                runs.add(run);
            }
        }
        return runs;
    }

    /** The same message as another export of the source tells it. */
    private static LogRecord otherCopy(LogRecord r, Random random) {
        return new LogRecord(
                r.source(),
                r.threadId(),
                r.messageId(),
                r.sentAt().plusSeconds(random.nextInt(7200)),
                r.senderRole(),
                r.senderId(),
                r.kind(),
                r.event(),
                r.assigneeId(),
                r.channel(),
                random.nextBoolean() ? r.team() : "other",
                r.customerId(),
                r.sequence(),
                r.isAcknowledgementText(),
                r.endsInQuestion());
    }

    private Warehouse warehouse(String name) {
        return new Warehouse(
                SparkSessions.start(Map.of("spark.master", "local[2]")),
                folder.resolve(name).toString());
    }

    private void ingest(Warehouse warehouse, String name, List<LogRecord> log) {
        Path file = folder.resolve(name + ".jsonl");
        try {
            Files.write(file, log.stream().map(LogRecord::toJsonLine).toList());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        new IngestJob(warehouse).run(new IngestRequest(List.of(file.toString()), "canonical", NOW, name, false, 0));
    }

    private static PublishJob.Result publish(
            Warehouse warehouse, Configuration configuration, Optional<Instant> asOf, BuildExtent extent) {
        return new PublishJob(warehouse, configuration, step -> {})
                .run(new PublishJob.Request("run", () -> NOW, asOf, extent, "test"));
    }
}
