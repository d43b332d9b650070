package dev.threadline.jobs.maintenance;

import static dev.threadline.jobs.maintenance.LivedInWarehouse.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.config.Retention;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publication.Rollback;
import dev.threadline.jobs.reference.PublishedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainJobTest {

    /** Ages of files are those of this machine: far enough ahead of it, all of them are old. */
    private static final Instant FIRST_DAY = Instant.parse("2990-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aYearLaterReadersSeeTheSameNumbersInFewerFiles() throws IOException {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(at(0), line("t1", "m1", "2026-03-01T10:00:00Z", "customer", "c1", "Where is it?"));
        lived.ingest(at(0), line("t1", "m2", "2026-03-01T10:05:00Z", "agent", "a1", "On its way"), "{broken");
        lived.publish(at(0));
        lived.ingest(at(1), line("t2", "m1", "2026-03-02T10:00:00Z", "customer", "c2", "Hello"));
        lived.ingest(at(1), line("t2", "m2", "2026-03-02T10:01:00Z", "agent", "a1", "Hi"));
        lived.publish(at(1));
        Path left = Files.createDirectories(lived.root().resolve("_increment/of-a-run-that-was-killed"));
        Path others = Files.createDirectories(lived.root().resolve("_backup/of-the-user"));
        Map<Table<?>, List<String>> before = tables(lived, lived.publications().get(1));

        MaintainJob.Done done = maintain(lived, at(40), Duration.ofDays(30), null);

        assertThat(done.texts()).isZero();
        assertThat(done.retired()).containsExactly(1L);
        assertThat(done.published().orElseThrow().publicationId()).isEqualTo(3);
        assertThat(done.joined().filesAfter()).isLessThan(done.joined().filesBefore());
        assertThat(done.freed().files()).isPositive();
        assertThat(done.freed().unfinished()).isZero();
        assertThat(left).doesNotExist();
        assertThat(others).exists();
        assertThat(tableFolders(lived))
                .isEqualTo(WarehouseTables.all().stream()
                        .map(Table::name)
                        .filter(name -> !Set.of("runs", "erased_ids").contains(name))
                        .collect(Collectors.toSet()));
        DeltaLog.clearCache();
        List<Publication> publications = lived.publications();
        assertThat(publications.get(0).retiredAt()).isEqualTo(at(40).toEpochMilli());
        assertThat(publications.get(0).tableVersions().byName()).isEmpty();
        assertThat(tables(lived, publications.get(1)))
                .as("superseded today, so it is retained")
                .isEqualTo(before);
        assertThat(tables(lived, publications.get(2))).isEqualTo(before);
        assertThat(publications.get(2).tableVersions().of(MessagesTable.TABLE))
                .isGreaterThan(publications.get(1).tableVersions().of(MessagesTable.TABLE));
        assertThat(lived.publish(at(41)).fresh()).as("nothing new came").isFalse();
        assertThatThrownBy(() -> new Rollback(lived.warehouse()).run(OptionalLong.of(1), "run", 0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("retired");

        MaintainJob.Done later = maintain(lived, at(90), Duration.ofDays(30), null);
        assertThat(later.retired()).containsExactly(2L);
        assertThat(later.freed().files()).isPositive();
        assertThat(tables(lived, lived.publications().get(2))).isEqualTo(before);
    }

    @Test
    void textsThatWereReadOtherwiseAreStillReadAgainByTheNextIngestion() {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(at(0), line("t1", "m1", at(0).toString(), "customer", "c1", "Where is it?"));
        lived.publish(at(0));
        String messages = "delta.`" + lived.warehouse().location(MessagesTable.TABLE) + "`";
        lived.warehouse().spark().sql("UPDATE " + messages + " SET ends_in_question = false");
        lived.warehouse().spark().sql("ALTER TABLE " + messages + " CHANGE COLUMN cues COMMENT 'What the text does.'");

        maintain(lived, at(1), Duration.ofDays(30), null);
        lived.ingest(at(2), line("t1", "m2", at(2).toString(), "agent", "a1", "On its way"));

        assertThat(message(lived, "m1").<Boolean>getAs("ends_in_question")).isTrue();
    }

    @Test
    void oldTextsGoAndWhatWasDerivedFromThemStays() {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(
                at(0),
                line("t1", "m1", at(0).minus(Duration.ofDays(3)).toString(), "customer", "c1", "Where is it?"),
                line("t1", "m2", at(0).toString(), "agent", "a1", "On its way"),
                "{broken");
        lived.publish(at(0));

        MaintainJob.Done done = maintain(lived, at(1), Duration.ofDays(30), Duration.ofDays(2));

        assertThat(done.texts()).isEqualTo(1);
        assertThat(done.published()).isPresent();
        assertThat(message(lived, "m1").<String>getAs("text")).isNull();
        assertThat(message(lived, "m1").<Integer>getAs("text_length")).isEqualTo(12);
        assertThat(message(lived, "m1").<Boolean>getAs("ends_in_question")).isTrue();
        assertThat(message(lived, "m2").<String>getAs("text")).isEqualTo("On its way");
        assertThat(lived.publish(at(1)).fresh()).as("no number changed").isFalse();

        assertThat(maintain(lived, at(3), Duration.ofDays(30), Duration.ofDays(2))
                        .texts())
                .isEqualTo(2);
        assertThat(lived.warehouse().read(RejectedRecordsTable.TABLE).head().<String>getAs("raw"))
                .isNull();
    }

    @Test
    void whatIsShownAgainAfterARollbackStaysUntilSomethingNewComes() {
        LivedInWarehouse lived = rolledBack();

        assertThat(maintain(lived, at(3), Duration.ofDays(30), Duration.ofDays(2))
                        .texts())
                .isEqualTo(2);
        assertThat(lived.publish(at(3)).fresh()).as("only texts went").isFalse();

        assertThat(maintain(lived, at(90), Duration.ofDays(30), null).retired()).isEmpty();
        assertThat(lived.publish(at(90)).fresh()).as("only time went by").isFalse();
        assertThat(lived.publications().get(1).tableVersions().of(MessagesTable.TABLE))
                .as("without texts")
                .isEqualTo(lived.warehouse().version(MessagesTable.TABLE));

        lived.ingest(at(90), line("t3", "m1", at(90).toString(), "customer", "c3", "Hello"));
        assertThat(lived.publish(at(90)).fresh()).isTrue();
        assertThat(maintain(lived, at(190), Duration.ofDays(30), null).retired())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRollbackStaysWhereMaintenanceCameToNoEnd() {
        LivedInWarehouse lived = rolledBack();
        ShownVersions unfinished = new ShownVersions(lived.warehouse(), new Publications(lived.warehouse()));
        assertThat(new TextRetentionJob(lived.warehouse(), unfinished).run(at(1)))
                .isEqualTo(2);

        assertThat(lived.publish(at(3)).fresh()).as("only texts went").isFalse();
        maintain(lived, at(90), Duration.ofDays(30), null);
        assertThat(lived.publications().get(1).tableVersions().of(MessagesTable.TABLE))
                .as("without texts")
                .isEqualTo(lived.warehouse().version(MessagesTable.TABLE));
        assertThat(lived.publish(at(90)).fresh()).as("only time went by").isFalse();
    }

    /** Published twice, and back to the first. */
    private LivedInWarehouse rolledBack() {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(at(0), line("t1", "m1", at(0).toString(), "customer", "c1", "Where is it?"));
        lived.publish(at(0));
        lived.ingest(at(0), line("t2", "m1", at(0).toString(), "customer", "c2", "Hello"));
        lived.publish(at(0));
        new Rollback(lived.warehouse()).run(OptionalLong.empty(), "run", at(0).toEpochMilli());
        return lived;
    }

    private static MaintainJob.Done maintain(
            LivedInWarehouse lived, Instant now, Duration publications, @Nullable Duration text) {
        return new MaintainJob(lived.warehouse(), new Retention(publications, text), step -> {}).run("maintain", now);
    }

    private static Instant at(int day) {
        return FIRST_DAY.plus(Duration.ofDays(day));
    }

    private static Map<Table<?>, List<String>> tables(LivedInWarehouse lived, Publication publication) {
        Map<Table<?>, List<String>> tables = new HashMap<>();
        for (Table<?> table : WarehouseTables.all()) {
            if (publication.tableVersions().has(table)) {
                tables.put(table, PublishedRows.of(lived.warehouse(), publication, table));
            }
        }
        assertThat(tables).hasSize(12);
        return tables;
    }

    private static Row message(LivedInWarehouse lived, String id) {
        return lived.warehouse()
                .read(MessagesTable.TABLE)
                .filter(functions.col("message_id").equalTo(id))
                .head();
    }

    private static Set<String> tableFolders(LivedInWarehouse lived) throws IOException {
        try (Stream<Path> folders = Files.list(lived.root())) {
            return folders.map(table -> table.getFileName().toString())
                    .filter(name -> !name.startsWith("_"))
                    .collect(Collectors.toSet());
        }
    }
}
