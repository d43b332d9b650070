package dev.threadline.ingestion.intake;

import static dev.threadline.ingestion.intake.Intake.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmitJobTest {

    /** Knows nothing of visitors, nor of the other name that the time has in some records. */
    private static final String NARROW = """
            SELECT thread AS thread_id, id AS message_id, at AS sent_at,
              CASE who WHEN 'visitor' THEN NULL ELSE who END AS sender_role, name AS sender_id, said AS text
            FROM raw""";

    private static final String MENDED = """
            SELECT thread AS thread_id, id AS message_id, coalesce(at, time) AS sent_at,
              CASE who WHEN 'visitor' THEN 'customer' ELSE who END AS sender_role, name AS sender_id, said AS text
            FROM raw WHERE who <> 'ping'""";

    @TempDir
    Path folder;

    private Intake intake;
    private Path mapping;

    @BeforeEach
    void openIntake() {
        intake = new Intake(folder);
        mapping = mapping(NARROW);
    }

    @Test
    void whatTheMendedMappingUnderstandsBecomesMessagesAndTheRestStays() {
        Path log = intake.file(
                "log.jsonl",
                record("m1", "at", "agent"),
                record("m2", "at", "visitor"),
                record("m3", "time", "agent"),
                record("m4", "at", "robot"),
                record("m5", "at", "ping"),
                "{broken");
        ingest(log);
        assertThat(intake.rejects())
                .containsExactly(
                        "malformed 6", "no_event_time 3", "unknown_role 2", "unknown_role 4", "unknown_role 5");
        mapping(MENDED);

        assertThat(readmit(Optional.empty(), Optional.of("no_event_time")).accepted())
                .isEqualTo(1);
        IngestReport report = readmit(Optional.empty(), Optional.empty());

        assertThat(report.read()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.duplicates()).isZero();
        assertThat(report.rejectedByReason()).containsEntry("unknown_role", 1L).containsEntry("malformed", 1L);
        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("1 records")
                .contains("passes over");
        assertThat(intake.rejects()).containsExactly("malformed 6", "unknown_role 4");
        assertThat(intake.messages()).hasSize(3);
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<String>getAs("file")))
                .containsOnly(log.toString());
        assertThat(intake.rows(RejectedRecordsTable.TABLE).map(row -> row.<String>getAs("run_id")))
                .containsOnly("readmit");
    }

    @Test
    void aReasonThatNoRecordHasIsTold() {
        ingest(intake.file("log.jsonl", record("m2", "at", "visitor")));

        assertThatThrownBy(() -> readmit(Optional.empty(), Optional.of("nonsense")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'nonsense'")
                .hasMessageContaining("malformed, no_thread");
        assertThat(readmit(Optional.empty(), Optional.of("malformed")).notes())
                .singleElement()
                .asString()
                .contains("no record", "malformed");
        assertThat(intake.rejects()).containsExactly("unknown_role 1");
    }

    @Test
    void aMappingThatMovedIsNamedAndOtherMappingsRejectsAreLeftAlone() throws Exception {
        ingest(intake.file("log.jsonl", record("m2", "at", "visitor")));
        intake.ingest(intake.file("canonical.jsonl", "{broken"));
        Path moved = folder.resolve("new/chat.sql");
        Files.createDirectories(moved.getParent());
        Files.writeString(moved, MENDED);
        Files.delete(mapping);

        assertThat(readmit(Optional.empty(), Optional.empty()).notes())
                .singleElement()
                .asString()
                .contains("chat.sql");
        IngestReport report = readmit(Optional.of(moved.toString()), Optional.empty());

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(intake.rejects()).containsExactly("malformed 1");
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<String>getAs("source")))
                .containsExactly("chat");
    }

    @Test
    void aRecordOfTwoMessagesStaysOnceForTheOneThatIsStillRefused() {
        String twice = """
                SELECT thread AS thread_id, id AS message_id, at AS sent_at, %s AS sender_role, name AS sender_id FROM raw
                UNION ALL
                SELECT thread, id || '-end', at, %s, name FROM raw""";
        mapping(twice.formatted("'none'", "'neither'"));
        ingest(intake.file("log.jsonl", record("m1", "at", "agent")));
        assertThat(intake.rejects()).containsExactly("unknown_role 1", "unknown_role 1");

        mapping(twice.formatted("'agent'", "'neither'"));
        IngestReport report = readmit(Optional.empty(), Optional.empty());
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(intake.rejects()).containsExactly("unknown_role 1");
    }

    @Test
    void aMappingThatGroupsCannotReadmit() {
        ingest(intake.file("log.jsonl", record("m1", "at", "visitor")));
        mapping("SELECT thread AS thread_id, min(id) AS message_id, min(at) AS sent_at, 'agent' AS sender_role,"
                + " 'a' AS sender_id FROM raw GROUP BY thread");

        assertThatThrownBy(() -> readmit(Optional.of(mapping.toString()), Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--again");
        assertThat(intake.rejects()).containsExactly("unknown_role 1");
    }

    @Test
    void aMappingThatDoesNotApplyIsTheUsersMistake() {
        ingest(intake.file("log.jsonl", record("m1", "at", "visitor")));
        mapping("SELECT no_such_function(thread) AS thread_id, id AS message_id, at AS sent_at, who AS sender_role"
                + " FROM raw");

        assertThatThrownBy(() -> readmit(Optional.of(mapping.toString()), Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no_such_function");
        mapping(
                "SELECT thread AS thread_id, raise_error(id) AS message_id, at AS sent_at, who AS sender_role FROM raw");
        assertThatThrownBy(() -> readmit(Optional.of(mapping.toString()), Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("fails on a value")
                .hasNoCause();
        assertThat(readmit(Optional.empty(), Optional.empty()).notes())
                .singleElement()
                .asString()
                .startsWith("not tried again: ")
                .contains("fails on a value");
        assertThat(intake.rejects()).containsExactly("unknown_role 1");
    }

    /** Also after a crash between messages and rejects: the good records are copies then. */
    @ParameterizedTest
    @ValueSource(ints = 1)
    void itComesToWhatTakingTheFilesInAgainComesTo(int seed) {
        Random random = new Random(seed);
        String[] records = IntStream.range(0, 40)
                .mapToObj(i -> record(
                        "m" + random.nextInt(20),
                        random.nextBoolean() ? "at" : "time",
                        List.of("agent", "visitor", "robot", "ping").get(random.nextInt(4))))
                .toArray(String[]::new);
        Path log = intake.file("log.jsonl", records);
        ingest(log);
        Intake again = new Intake(folder.resolve("again"));
        mapping(MENDED);
        again.ingest(new IngestRequest(List.of(log.toString()), mapping.toString(), NOON, "again", false, 1));

        List<Row> rejectsBefore = intake.rows(RejectedRecordsTable.TABLE).toList();
        IngestReport report = readmit(Optional.empty(), Optional.empty());
        assertThat(report.read()).isEqualTo(report.accepted() + report.duplicates() + report.rejected());
        assertThat(intake.messages()).isEqualTo(again.messages());
        assertThat(intake.rejects()).isEqualTo(again.rejects());

        intake.warehouse
                .spark()
                .createDataFrame(rejectsBefore, RejectedRecordsTable.TABLE.schema())
                .write()
                .format("delta")
                .mode("overwrite")
                .save(intake.warehouse.location(RejectedRecordsTable.TABLE));
        IngestReport repeated = readmit(Optional.empty(), Optional.empty());
        assertThat(repeated.accepted()).isZero();
        assertThat(repeated.duplicates()).isEqualTo(report.accepted() + report.duplicates());
        assertThat(intake.messages()).isEqualTo(again.messages());
        assertThat(intake.rejects()).isEqualTo(again.rejects());
    }

    private static String record(String id, String timeField, String who) {
        return "{\"thread\":\"t1\",\"id\":\"%s\",\"%s\":\"2025-06-01T10:00:00Z\",\"who\":\"%s\",\"name\":\"n\",\"said\":\"Hi\"}"
                .formatted(id, timeField, who);
    }

    private Path mapping(String sql) {
        return intake.file("mappings/chat.sql", sql.getBytes(StandardCharsets.UTF_8));
    }

    private void ingest(Path log) {
        intake.ingest(new IngestRequest(List.of(log.toString()), mapping.toString(), NOON, "ingest", false, 1));
    }

    private IngestReport readmit(Optional<String> source, Optional<String> reason) {
        return new ReadmitJob(intake.warehouse).run(new ReadmitRequest(source, reason, NOON, "readmit"));
    }
}
