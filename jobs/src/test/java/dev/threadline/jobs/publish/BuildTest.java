package dev.threadline.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.pipeline.InMemoryBuild;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Restatement;
import dev.threadline.jobs.publication.Rollback;
import dev.threadline.jobs.reference.CoreInMemory;
import dev.threadline.jobs.reference.LogRecord;
import dev.threadline.jobs.reference.PublishedRows;
import dev.threadline.jobs.reference.RandomLog;
import dev.threadline.jobs.sensitivity.PolicySensitivityTable;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with Spark: lines to messages to published tables. */
class BuildTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Configuration CONFIGURATION = Configurations.parse(
            "channels: { letter: { silence: none, reopen-window: 24h, engagement-window: 60m } }", "test");
    private static final List<Table<?>> IDENTICAL = Stream.concat(
                    BuiltTables.ALL.stream(), Stream.of(PolicySensitivityTable.TABLE))
            .toList();

    @TempDir
    Path folder;

    @Test
    void sparkAgreesWithTheCoreHoweverTheInputComes() throws IOException {
        List<LogRecord> log = LongStream.range(0, 12)
                .boxed()
                .flatMap(seed -> RandomLog.of(seed).records().stream().map(record -> record.fromSource("s" + seed)))
                .toList();
        Instant asOf = RandomLog.of(0).asOf();

        Warehouse atOnce = warehouse("at-once");
        ingest(atOnce, "all", log);
        Publication whole = publish(atOnce, asOf).publication();
        Warehouse inPieces = warehouse("in-pieces");
        List<LogRecord> shuffledTwice = new ArrayList<>(log);
        shuffledTwice.addAll(log);
        Collections.shuffle(shuffledTwice, new Random(1));
        int third = shuffledTwice.size() / 3;
        ingest(inPieces, "a", shuffledTwice.subList(0, third));
        publish(inPieces, asOf);
        ingest(inPieces, "b", shuffledTwice.subList(third, 2 * third));
        ingest(inPieces, "c", shuffledTwice.subList(2 * third, shuffledTwice.size()));
        Publication pieced = publish(inPieces, asOf).publication();

        for (Table<?> table : IDENTICAL) {
            assertThat(PublishedRows.of(inPieces, pieced, table))
                    .as(table.name())
                    .isEqualTo(PublishedRows.of(atOnce, whole, table));
        }
        InMemoryBuild core =
                InMemoryBuild.of(log.stream().map(CoreInMemory::message).toList(), CONFIGURATION, asOf.toEpochMilli());
        assertThat(PublishedRows.of(atOnce, whole, ConversationsTable.TABLE))
                .isEqualTo(PublishedRows.of(core.conversations().stream(), ConversationsTable.TABLE));
        assertThat(PublishedRows.of(atOnce, whole, ConversationMessagesTable.TABLE))
                .isEqualTo(PublishedRows.of(core.records().stream(), ConversationMessagesTable.TABLE));
        assertThat(PublishedRows.of(atOnce, whole, TurnsTable.TABLE))
                .isEqualTo(PublishedRows.of(core.turns().stream(), TurnsTable.TABLE));
        assertThat(PublishedRows.of(atOnce, whole, StintsTable.TABLE))
                .isEqualTo(PublishedRows.of(core.stints().stream(), StintsTable.TABLE));
        assertThat(PublishedRows.of(atOnce, whole, AgentLoadTable.TABLE))
                .isEqualTo(PublishedRows.of(core.load().stream(), AgentLoadTable.TABLE));
        assertThat(PublishedRows.of(atOnce, whole, DailyMetricsTable.TABLE))
                .isEqualTo(PublishedRows.of(core.days().stream(), DailyMetricsTable.TABLE));
        assertThat(PublishedRows.of(atOnce, whole, BacklogTable.TABLE))
                .isEqualTo(PublishedRows.of(core.backlog().stream(), BacklogTable.TABLE));
    }

    @Test
    void aLateMessageMergesTwoConversationsAndLeavesAnAlias() throws IOException {
        Warehouse warehouse = warehouse("late");
        ingest(warehouse, "first", List.of(chat("m1", "10:00"), chat("m3", "10:40")));
        PublishJob.Result first = publish(warehouse, Instant.parse("2026-03-02T00:00:00Z"));
        List<Row> before = first.publication()
                .tableVersions()
                .read(warehouse, ConversationsTable.TABLE)
                .orderBy("started_at")
                .collectAsList();
        ingest(warehouse, "late", List.of(chat("m2", "10:20")));
        PublishJob.Result second = publish(warehouse, Instant.parse("2026-03-02T00:00:00Z"));

        assertThat(second.publication().conversations()).isEqualTo(1);
        Row alias = second.publication()
                .tableVersions()
                .read(warehouse, Restatement.TABLE)
                .head();
        assertThat(alias.<String>getAs("old_conversation_id"))
                .isEqualTo(before.get(1).<String>getAs("conversation_id"));
        assertThat(alias.<String>getAs("new_conversation_id"))
                .isEqualTo(before.get(0).<String>getAs("conversation_id"));
        assertThat(alias.<String>getAs("change")).isEqualTo("merged");
    }

    @Test
    void whatIsRestatedAgainAfterARollbackIsNotedOnce() throws IOException {
        Warehouse warehouse = warehouse("rolled-back");
        Instant asOf = Instant.parse("2026-03-02T00:00:00Z");
        ingest(warehouse, "two", List.of(chat("m1", "10:00"), chat("m3", "10:40")));
        publish(warehouse, asOf);
        ingest(warehouse, "between", List.of(chat("m2", "10:20")));
        publish(warehouse, asOf);
        new Rollback(warehouse).run(OptionalLong.empty(), "back", NOW.toEpochMilli());
        ingest(warehouse, "later", List.of(chat("m4", "15:00")));
        Publication again = publish(warehouse, asOf).publication();

        assertThat(again.conversations()).isEqualTo(2);
        assertThat(again.tableVersions().read(warehouse, Restatement.TABLE).collectAsList())
                .extracting(row -> row.<String>getAs("change"))
                .containsExactly("merged");
    }

    @Test
    void anIdThatChangesOtherwiseThanBeforeIsNotedAgain() throws IOException {
        Warehouse warehouse = warehouse("otherwise");
        Instant asOf = Instant.parse("2026-03-02T00:00:00Z");
        ingest(warehouse, "two-chats", List.of(chat("m1", "10:00"), chat("m3", "10:40")));
        publish(warehouse, asOf);
        ingest(warehouse, "merging", List.of(chat("m2", "10:20")));
        publish(warehouse, asOf);
        new Rollback(warehouse).run(OptionalLong.empty(), "back", NOW.toEpochMilli());
        ingest(warehouse, "earlier", List.of(chat("m0", "09:50")));
        Publication again = publish(warehouse, asOf).publication();

        assertThat(again.conversations()).isEqualTo(1);
        assertThat(again.tableVersions().read(warehouse, Restatement.TABLE).collectAsList())
                .extracting(row -> row.<String>getAs("change"))
                .containsExactly("merged", "merged", "merged");
    }

    @Test
    void aRunWithNothingNewPublishesNothing() throws IOException {
        Warehouse warehouse = warehouse("again");
        ingest(warehouse, "only", List.of(chat("m1", "10:00")));
        Instant asOf = Instant.parse("2026-03-02T00:00:00Z");

        assertThat(publish(warehouse, asOf).fresh()).isTrue();
        assertThat(publish(warehouse, asOf).fresh()).isFalse();
        assertThat(publish(warehouse, asOf.plusSeconds(1)).fresh()).isTrue();
    }

    private Warehouse warehouse(String name) {
        return new Warehouse(
                SparkSessions.start(Map.of("spark.master", "local[2]")),
                folder.resolve(name).toString());
    }

    private void ingest(Warehouse warehouse, String name, List<LogRecord> log) throws IOException {
        Path file = folder.resolve(name + ".jsonl");
        Files.write(file, log.stream().map(LogRecord::toJsonLine).toList());
        IngestReport report = new IngestJob(warehouse)
                .run(new IngestRequest(List.of(file.toString()), "canonical", NOW, name, false, 0));
        assertThat(report.read()).isEqualTo(report.accepted() + report.duplicates());
    }

    private static PublishJob.Result publish(Warehouse warehouse, Instant asOf) {
        return new PublishJob(warehouse, CONFIGURATION, step -> {})
                .run(new PublishJob.Request("run", () -> NOW, Optional.of(asOf), BuildExtent.AS_NEEDED, "test"));
    }

    private static LogRecord chat(String id, String time) {
        Instant at = Instant.parse("2026-03-01T" + time + ":00Z");
        return new LogRecord(
                "test", "t", id, at, "customer", "c", "message", null, null, "webchat", null, "c", null, false, false);
    }
}
