package dev.threadline.jobs.erasure;

import static dev.threadline.jobs.maintenance.LivedInWarehouse.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.erasure.ErasedRecords;
import dev.threadline.ingestion.erasure.ErasureKey;
import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.message.MessageRecords;
import dev.threadline.ingestion.message.MessageWriter;
import dev.threadline.ingestion.message.RejectWriter;
import dev.threadline.ingestion.message.StagedRecords;
import dev.threadline.ingestion.source.file.SourceFiles;
import dev.threadline.ingestion.source.mapping.MappedRecords;
import dev.threadline.ingestion.source.mapping.RawRecords;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.maintenance.LivedInWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is at work while a customer is forgotten does not bring them back, however far it has come. */
class ForgetBesideRunsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final List<String> TRACES = List.of("kim-4711", "thread-kim", "green kettle");

    @TempDir
    Path folder;

    private LivedInWarehouse lived;

    @BeforeEach
    void aWarehouseOfOthers() {
        lived = new LivedInWarehouse(folder);
        lived.ingest(NOW, line("thread-ann", "m1", "2026-03-01T10:04:00Z", "customer", "ann", "Hello"));
    }

    @Test
    void whatWasReadBeforeIsNotAddedAfterwards() throws IOException, SQLException {
        lived.ingest(NOW, kim("m1", "2026-03-01T10:00:00Z"));
        assertThatNothingIsAddedAfterwards();
    }

    @Test
    void notEvenOfSomebodyOfWhomNothingWasThere() throws IOException, SQLException {
        assertThatNothingIsAddedAfterwards();
    }

    private void assertThatNothingIsAddedAfterwards() throws IOException, SQLException {
        Path log = Files.write(
                folder.resolve("late.jsonl"), List.of(kim("m2", "2026-03-01T10:09:00Z"), kim("m3", "yesterday")));
        StagedRecords staged = staged(log);
        forget();

        assertIsAnotherRun(() -> new MessageWriter(lived.warehouse()).write(staged, "run", NOW));
        assertIsAnotherRun(() -> new RejectWriter(lived.warehouse()).append(staged, canonical(), "run", NOW));

        // The files it had written are no table's.
        forget();
        assertThat(traces()).isEmpty();
        IngestReport again = lived.ingest(NOW, log);
        assertThat(again.rejectedByReason()).containsEntry("erased", 2L).hasSize(1);
        assertThat(traces()).isEmpty();
    }

    @Test
    void announcingSomebodyOfWhomNothingWasThereIsNothingToPublish() {
        lived.publish(NOW);
        forget();
        assertThat(lived.publish(NOW).fresh()).isFalse();
    }

    @Test
    void whatIsReadAfterwardsIsAdded() {
        forget();
        IngestReport report =
                lived.ingest(NOW, line("thread-bob", "m1", "2026-03-02T10:04:00Z", "customer", "bob", "Hello"));
        assertThat(report.accepted()).isEqualTo(1);
    }

    @Test
    void whatCameBeforeItWasAnnouncedIsFound() {
        Warehouse warehouse = lived.warehouse();
        ErasedList list = new ErasedList(warehouse, ErasureKey.ofOrNew(warehouse));
        Forgotten forgotten = new Announcement(warehouse, list, "forget", NOW).of(() -> {
            Forgotten found = new ForgottenJob(warehouse).find(List.of("kim-4711"), Optional.empty());
            if (found.isEmpty()) {
                lived.ingest(NOW, kim("m1", "2026-03-01T10:00:00Z"));
            }
            return found;
        });
        assertThat(forgotten.messages()).isEqualTo(1);
    }

    /** As far as a run comes before it writes. */
    private StagedRecords staged(Path log) {
        Warehouse warehouse = lived.warehouse();
        Configuration hadoop = warehouse.spark().sessionState().newHadoopConf();
        RawRecords raw = new RawRecords(
                warehouse.spark(),
                SourceFiles.find(hadoop, List.of(log.toString())).files());
        Dataset<Row> validated =
                MessageRecords.validated(MappedRecords.of(warehouse.spark(), canonical(), raw), canonical(), NOW);
        ErasedRecords erased = ErasedRecords.of(warehouse);
        return StagedRecords.stage(erased.refuse(validated), erased.seen(), 1);
    }

    private SourceMapping canonical() {
        return SourceMapping.find(lived.warehouse().spark().sessionState().newHadoopConf(), "canonical");
    }

    private void forget() {
        new ForgetJob(lived.warehouse(), asOf -> lived.publish(NOW).publication(), step -> {})
                .run(new ForgetJob.Request(List.of("kim-4711"), Optional.empty(), true, "forget", NOW));
    }

    private static void assertIsAnotherRun(ThrowingCallable write) {
        assertThatThrownBy(write)
                .satisfies(failure -> assertThat(SparkFailures.explained(failure, "w"))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("Another run"));
    }

    private List<String> traces() throws IOException, SQLException {
        return Traces.of(TRACES, lived.root());
    }

    private static String kim(String message, String sentAt) {
        String line = line("thread-kim", message, sentAt, "customer", "kim", "My green kettle");
        return line.substring(0, line.length() - 1) + ",\"customer_id\":\"kim-4711\"}";
    }
}
