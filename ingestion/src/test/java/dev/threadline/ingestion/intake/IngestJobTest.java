package dev.threadline.ingestion.intake;

import static dev.threadline.ingestion.intake.Intake.NOON;
import static dev.threadline.ingestion.intake.Intake.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.text.Addressee;
import dev.threadline.ingestion.text.Cues;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestJobTest {

    private static final String AT_TEN = "2025-06-01T10:00:00Z";
    private static final String AT_ELEVEN = "2025-06-01T11:00:00Z";

    @TempDir
    Path folder;

    private Intake intake;

    @BeforeEach
    void openIntake() {
        intake = new Intake(folder);
    }

    @Test
    void aMessageArrivesWithItsDefaultsAndFlags() {
        Path file = intake.file("log.jsonl", line("m1", AT_TEN, "Where is it?"));
        IngestReport report = intake.ingest(file);
        assertThat(report.read()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(1);
        Row message = intake.rows(MessagesTable.TABLE).toList().get(0);
        assertThat(message.<String>getAs("source")).isEqualTo("canonical");
        assertThat(message.<String>getAs("kind")).isEqualTo("message");
        assertThat(message.<String>getAs("channel")).isEqualTo("unknown");
        assertThat(message.<String>getAs("customer_id")).isEqualTo("t1");
        assertThat(message.<Instant>getAs("sent_at")).isEqualTo(Instant.parse(AT_TEN));
        assertThat(message.<Boolean>getAs("ends_in_question")).isTrue();
        assertThat(message.<Boolean>getAs("is_acknowledgement_text")).isFalse();
        assertThat(message.<Integer>getAs("text_length")).isEqualTo(12);
        assertThat(message.<Integer>getAs("cues")).isEqualTo(Cues.of("Where is it?"));
        assertThat(message.<String>getAs("file")).isEqualTo(file.toString());
        assertThat(message.<Instant>getAs("ingested_at")).isEqualTo(NOON);
    }

    @Test
    void whomItAddressesIsToldOfACustomersTextAlone() {
        String asked = line("m1", AT_TEN, "@acme where is it?");
        String answered = line("m2", AT_ELEVEN, "@acme where is it?").replace("\"customer\"", "\"agent\"");
        intake.ingest(intake.file("a.jsonl", asked, answered));
        int cues = Cues.of("@acme where is it?");
        Set<Integer> told = Set.of(cues, cues | Addressee.bits("@acme where is it?"));
        assertThat(told).hasSize(2);
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<Integer>getAs("cues")))
                .containsExactlyInAnyOrderElementsOf(told);
        Warehouse warehouse = intake.warehouse;
        String messages = "delta.`" + warehouse.location(MessagesTable.TABLE) + "`";
        warehouse.spark().sql("UPDATE " + messages + " SET cues = 1");
        warehouse.spark().sql("ALTER TABLE " + messages + " CHANGE COLUMN cues COMMENT 'What the text does.'");
        intake.ingest(intake.file("b.jsonl", asked.replace("m1", "m3")));
        assertThat(intake.rows(MessagesTable.TABLE)
                        .filter(row -> !row.getAs("message_id").equals("m3"))
                        .map(row -> row.<Integer>getAs("cues")))
                .as("read again")
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void whatATextToldStaysWhereRetentionTookItAndAnEarlierCopyComes() {
        String revised = ",\"revised_at\":\"" + AT_ELEVEN + "\"}";
        intake.ingest(intake.file("a.jsonl", line("m1", AT_ELEVEN, "Thanks!").replace("}", revised)));
        Warehouse warehouse = intake.warehouse;
        warehouse.spark().sql("UPDATE delta.`" + warehouse.location(MessagesTable.TABLE) + "` SET text = NULL");

        intake.ingest(intake.file("b.jsonl", line("m1", AT_TEN, "Where is it?")));

        Row message = intake.rows(MessagesTable.TABLE).toList().get(0);
        assertThat(message.<Instant>getAs("sent_at")).isEqualTo(Instant.parse(AT_TEN));
        assertThat(message.<String>getAs("text")).isNull();
        assertThat(message.<Boolean>getAs("is_acknowledgement_text")).isTrue();
        assertThat(message.<Boolean>getAs("ends_in_question")).isFalse();
        assertThat(message.<Integer>getAs("text_length")).isEqualTo(7);
        assertThat(message.<Integer>getAs("cues")).isEqualTo(Cues.of("Thanks!"));
    }

    @Test
    void messagesOfAVersionWithoutCuesGetTheirsAtTheNextIngestion() {
        intake.ingest(intake.file("a.jsonl", line("m1", AT_TEN, "Thanks!")));
        Warehouse warehouse = intake.warehouse;
        warehouse
                .read(MessagesTable.TABLE)
                .drop("cues")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", true)
                .save(warehouse.location(MessagesTable.TABLE));
        intake.ingest(intake.file("b.jsonl", line("m2", AT_TEN, "Hello")));
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<Integer>getAs("cues")))
                .containsExactlyInAnyOrder(Cues.of("Thanks!"), Cues.of("Hello"));
    }

    @Test
    void textsThatWereReadOtherwiseAreReadAgainAtTheNextIngestion() {
        intake.ingest(intake.file("a.jsonl", line("m1", AT_TEN, "Thanks!\\n-- \\nAnn")));
        Warehouse warehouse = intake.warehouse;
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<Boolean>getAs("is_acknowledgement_text")))
                .containsExactly(true);
        String messages = "delta.`" + warehouse.location(MessagesTable.TABLE) + "`";
        warehouse.spark().sql("UPDATE " + messages + " SET cues = 1, is_acknowledgement_text = false");
        warehouse.spark().sql("ALTER TABLE " + messages + " CHANGE COLUMN cues COMMENT 'What the text does.'");
        intake.ingest(intake.file("b.jsonl", line("m2", AT_TEN, "Hello")));
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<Integer>getAs("cues")))
                .containsExactlyInAnyOrder(Cues.of("Thanks!\n-- \nAnn"), Cues.of("Hello"));
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<Boolean>getAs("is_acknowledgement_text")))
                .containsExactlyInAnyOrder(true, false);
        warehouse.spark().sql("UPDATE " + messages + " SET cues = 1");
        intake.ingest(intake.file("c.jsonl", line("m3", AT_TEN, "Bye")));
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<Integer>getAs("cues")))
                .containsExactlyInAnyOrder(1, 1, Cues.of("Bye"));
    }

    @Test
    void anUnchangedFileIsNotTakenAgainUnlessAskedFor() {
        Path file = intake.file("log.jsonl", line("m1", AT_TEN, "a"));
        intake.ingest(file);
        IngestReport second = intake.ingest(file);
        assertThat(second.filesTaken()).isZero();
        assertThat(second.filesUnchanged()).isEqualTo(1);
        assertThat(second.read()).isZero();
        IngestRequest request = intake.request(file);
        IngestReport again = intake.ingest(
                new IngestRequest(request.inputs(), request.mapping(), NOON, "again", true, request.maxRejects()));
        assertThat(again.filesTaken()).isEqualTo(1);
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(again.accepted()).isZero();
        assertThat(intake.messages()).hasSize(1);
    }

    @Test
    void aFileThatGrewIsTakenWholeAgainHoweverOldItIs() throws Exception {
        Path file = intake.file("log.jsonl", line("m1", AT_TEN, "a"));
        intake.ingest(file);
        intake.file("log.jsonl", line("m1", AT_TEN, "a"), line("m2", AT_ELEVEN, "b"));
        Files.setLastModifiedTime(file, FileTime.from(NOON.minus(Duration.ofDays(900))));
        IngestReport report = intake.ingest(file);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(intake.messages()).hasSize(2);
    }

    @Test
    void aRepeatedRunOfTheSameRecordsWritesNoFile() {
        intake.ingest(intake.file("a.jsonl", line("m1", AT_TEN, "a")));
        long version = intake.warehouse.version(MessagesTable.TABLE);
        String firstRun = intake.rows(MessagesTable.TABLE).toList().get(0).getAs("run_id");
        intake.ingest(intake.file("b.jsonl", line("m1", AT_TEN, "a")));
        assertThat(intake.rows(MessagesTable.TABLE).toList().get(0).<String>getAs("run_id"))
                .isEqualTo(firstRun);
        assertThat(intake.warehouse.version(MessagesTable.TABLE)).isEqualTo(version);
    }

    @Test
    void aLaterCopyWithAnEarlierTimeMovesTheMessageAndKeepsItsText() {
        intake.ingest(intake.file("a.jsonl", line("m1", AT_ELEVEN, "b")));
        IngestReport report = intake.ingest(intake.file("b.jsonl", line("m1", AT_TEN, "a"), line("m2", AT_TEN, "new")));
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(intake.messages()).containsExactly("t1/m1 2025-06-01T10:00:00Z b", "t1/m2 2025-06-01T10:00:00Z new");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void orderRepetitionAndSplitOfTheInputDoNotMatter(int seed) {
        Random random = new Random(seed);
        List<String> records =
                IntStream.range(0, 60).mapToObj(i -> randomRecord(random)).toList();
        Intake once = new Intake(folder.resolve("once"));
        once.ingest(once.file("all.jsonl", records.toArray(String[]::new)));

        List<String> shuffled = new ArrayList<>(records);
        shuffled.addAll(records.subList(0, 30));
        Collections.shuffle(shuffled, random);
        Intake split = new Intake(folder.resolve("split"));
        long read = 0;
        long accepted = 0;
        for (int part = 0; part < 2; part++) {
            String[] lines = shuffled.subList(part * 45, part * 45 + 45).toArray(String[]::new);
            IngestReport report = split.ingest(split.file("part" + part + ".jsonl", lines));
            assertThat(report.read()).isEqualTo(report.accepted() + report.duplicates() + report.rejected());
            read += report.read();
            accepted += report.accepted();
        }
        assertThat(split.messages()).isEqualTo(once.messages());
        assertThat(read).isEqualTo(90);
        assertThat(accepted).isEqualTo(once.messages().size());
    }

    private static String randomRecord(Random random) {
        String revised = random.nextBoolean() ? "" : ",\"revised_at\":" + random.nextInt(3);
        String record =
                line("m" + random.nextInt(15), "2025-06-01T10:0" + random.nextInt(4) + ":00Z", "x" + random.nextInt(3));
        return record.substring(0, record.length() - 1) + revised + "}";
    }

    @Test
    void tooManyRejectsRefuseTheRunButCanBeLookedAt() {
        Path file =
                intake.file("log.jsonl", line("m1", AT_TEN, "a"), "{broken", "", "[1]", line("m2", "yesterday", "b"));
        IngestRequest request = intake.request(file);
        IngestRequest strict =
                new IngestRequest(request.inputs(), request.mapping(), NOON, request.runId(), false, 0.05);
        for (int attempt = 0; attempt < 2; attempt++) {
            IngestReport report = intake.ingest(strict);
            assertThat(report.state()).isEqualTo(IngestReport.State.REFUSED);
            assertThat(report.read()).isEqualTo(4);
            assertThat(report.examples())
                    .extracting(example -> example.reason() + " " + example.file() + ":" + example.firstLine())
                    .containsExactly("bad_event_time " + file + ":5", "malformed " + file + ":2");
            assertThat(intake.rejects()).containsExactly("bad_event_time 5", "malformed 2", "malformed 4");
            assertThat(intake.messages()).isEmpty();
            assertThat(intake.ledger()).isEmpty();
        }
    }

    @Test
    void whereNothingWasRefusedTheTableOfRejectsIsThereAndEmpty() {
        intake.ingest(intake.file("log.jsonl", line("m1", AT_TEN, "a")));
        assertThat(intake.warehouse.has(RejectedRecordsTable.TABLE)).isTrue();
        assertThat(intake.rejects()).isEmpty();
        long version = intake.warehouse.version(RejectedRecordsTable.TABLE);
        intake.ingest(intake.file("more.jsonl", line("m2", AT_TEN, "b")));
        assertThat(intake.warehouse.version(RejectedRecordsTable.TABLE)).isEqualTo(version);
    }

    @Test
    void aFilesRejectsAreThoseOfItsLastReading() {
        Path file = intake.file("log.jsonl", line("m1", "yesterday", "a"), line("m2", "yesterday", "b"));
        intake.ingest(file, intake.file("other.jsonl", "{broken"));
        intake.file("log.jsonl", line("m1", AT_TEN, "a"), line("m2", "tomorrow", "b"));
        intake.ingest(file);
        assertThat(intake.rejects()).containsExactly("bad_event_time 2", "malformed 1");
    }

    @Test
    void theLedgerCountsEachFile() {
        intake.ingest(
                intake.file("a.jsonl", line("m1", AT_TEN, "a"), line("m1", AT_TEN, "a"), "{broken"),
                intake.file("b.jsonl", line("m2", AT_TEN, "b")));
        assertThat(intake.ledger())
                .extracting(row -> row.getAs("read") + " " + row.getAs("rejected"))
                .containsExactlyInAnyOrder("3 1", "1 0");
    }

    @Test
    void aRecordFromTheFutureIsAdmittedByTheFirstRunThatReachesIt() {
        Path log = intake.file(
                "log.jsonl", line("m1", "2025-06-01T12:05:00Z", "a"), line("m2", "2025-06-01T12:05:00.001Z", "b"));
        Path csv = intake.file(
                "log.csv", "thread_id,message_id,sent_at,sender_role,text", "t2,m3,2025-06-01T13:00:00Z,bot,\"c, d\"");
        IngestReport early = intake.ingest(log, csv);
        assertThat(early.rejectedByReason()).containsEntry("future", 2L);
        assertThat(intake.messages()).hasSize(1);

        IngestRequest request = intake.request(log);
        IngestReport later = intake.ingest(
                new IngestRequest(request.inputs(), "canonical", NOON.plusSeconds(1), "later", false, 1.0));
        assertThat(later.filesTaken()).isZero();
        assertThat(later.readmitted()).isEqualTo(1);
        assertThat(later.read()).isEqualTo(1);
        assertThat(later.accepted()).isEqualTo(1);
        assertThat(intake.rejects()).containsExactly("future 2");

        intake.ingest(new IngestRequest(request.inputs(), "canonical", NOON.plusSeconds(7200), "last", false, 1.0));
        assertThat(intake.messages()).contains("t2/m3 2025-06-01T13:00:00Z c, d");
        assertThat(intake.rows(RejectedRecordsTable.TABLE)).isEmpty();
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<String>getAs("file")))
                .containsExactlyInAnyOrder(log.toString(), log.toString(), csv.toString());
    }
}
