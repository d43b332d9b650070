package dev.threadline.jobs.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {

    private static final long NOON = 1_774_958_400_000L;

    @TempDir
    Path folder;

    private Publications publications;
    private Rollback rollback;

    @BeforeEach
    void openWarehouse() {
        Warehouse warehouse = new Warehouse(SparkSessions.start(Map.of("spark.master", "local[2]")), folder.toString());
        publications = new Publications(warehouse);
        rollback = new Rollback(warehouse);
    }

    @Test
    void eachStepBackGoesFurtherAndKeepsTheHistory() {
        publish(1);
        publish(2);
        publish(3);
        assertThat(back(OptionalLong.empty())).isEqualTo(2);
        assertThat(back(OptionalLong.empty())).isEqualTo(1);
        assertThat(publications.newest().orElseThrow().publicationId()).isEqualTo(5);
        assertThat(publications.numbered(3).orElseThrow().tableVersions().byName())
                .containsEntry("conversations", 3L);
    }

    @Test
    void aNamedPublicationIsShownAgain() {
        publish(1);
        publish(2);
        publish(3);
        assertThat(back(OptionalLong.of(1))).isEqualTo(1);
        assertThat(back(OptionalLong.of(3))).isEqualTo(3);
    }

    @Test
    void itIsKnownWhetherAnEarlierOneIsShownAgain() {
        publish(1);
        publish(2);
        assertThat(Rollback.isShown(publications.all())).isFalse();
        back(OptionalLong.empty());
        assertThat(Rollback.isShown(publications.all())).isTrue();
        publish(4);
        assertThat(Rollback.isShown(publications.all())).isFalse();
    }

    @Test
    void tablesWhoseMessagesWereOnlyWrittenAnewAreTheSame() {
        publish(1);
        publish(2);
        publish(3, new TableVersions(Map.of("conversations", 2L, "messages", 7L)));
        assertThat(Rollback.isShown(publications.all())).isFalse();
        assertThat(back(OptionalLong.empty())).isEqualTo(1);
        publish(5, new TableVersions(Map.of("conversations", 1L, "rejected_records", 8L)));
        assertThat(Rollback.isShown(publications.all())).isTrue();
    }

    @Test
    void whatIsNotThereIsTheUsersMistake() {
        assertThatThrownBy(() -> back(OptionalLong.empty())).isInstanceOf(UserError.class);
        publish(1);
        assertThatThrownBy(() -> back(OptionalLong.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Publication 1 is the first");
        assertThatThrownBy(() -> back(OptionalLong.of(9)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no publication 9");
    }

    /** Goes back; returns the version of the table that readers see then. */
    private long back(OptionalLong to) {
        Publication published = rollback.run(to, "run", NOON);
        assertThat(publications.newest().map(Publication::publicationId)).contains(published.publicationId());
        return published.tableVersions().byName().getOrDefault("conversations", -1L);
    }

    private void publish(long number) {
        publish(number, new TableVersions(Map.of("conversations", number)));
    }

    private void publish(long number, TableVersions versions) {
        publications.add(new Publication(
                number, NOON, "run", NOON, "1", "UTC", "silence", "{}", "f", versions, 0, 0, 0, "test"));
    }
}
