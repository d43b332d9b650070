package dev.threadline.jobs.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.turn.TurnsTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownVersionsTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Publications publications;

    @BeforeEach
    void openWarehouse() {
        warehouse = new LivedInWarehouse(folder).warehouse();
        publications = new Publications(warehouse);
    }

    @Test
    void aTableWrittenAnewIsShownInThePlaceOfTheOneBefore() {
        publish(1, NOON, 7);
        ShownVersions shown = new ShownVersions(warehouse, publications);
        assertThat(shown.isShown(MessagesTable.TABLE, 7)).isTrue();
        assertThat(shown.isShown(TurnsTable.TABLE, 3)).as("nobody pins it").isTrue();
        shown.moved(MessagesTable.TABLE, 7, 8);
        shown.moved(MessagesTable.TABLE, 8, 9);
        Publication published = shown.publish("run", 0).orElseThrow();
        assertThat(published.publicationId()).isEqualTo(2);
        assertThat(published.tableVersions().of(MessagesTable.TABLE)).isEqualTo(9);
        assertThat(new ShownVersions(warehouse, publications).publish("run", 0)).isEmpty();
    }

    @Test
    void rowsThatWereNeverBuiltAreNotShown() {
        publish(1, NOON, 7);
        ShownVersions shown = new ShownVersions(warehouse, publications);
        assertThat(shown.isShown(MessagesTable.TABLE, 8)).isFalse();
        shown.moved(MessagesTable.TABLE, 8, 9);
        shown.moved(MessagesTable.TABLE, 7, 9);
        assertThat(shown.publish("run", 0)).as("another run wrote between").isEmpty();
    }

    @Test
    void aPublicationIsRetainedFromWhenAnotherTookItsPlace() {
        publish(1, NOON, 1);
        publish(2, NOON.plus(Duration.ofDays(50)), 2);
        publish(3, NOON.plus(Duration.ofDays(60)), 3);
        Retirement retirement = new Retirement(publications);
        Duration retained = Duration.ofDays(30);
        assertThat(retirement.run(NOON.plus(Duration.ofDays(80)).minusMillis(1), retained, number -> false))
                .isEmpty();
        assertThat(retirement.run(NOON.plus(Duration.ofDays(80)), retained, number -> false))
                .containsExactly(1L);
        assertThat(retirement.run(NOON.plus(Duration.ofDays(999)), retained, number -> false))
                .containsExactly(2L);
        assertThat(publications.all())
                .extracting(
                        Publication::isWhole,
                        publication -> publication.tableVersions().byName().size())
                .containsExactly(tuple(false, 0), tuple(false, 0), tuple(true, 1));
    }

    private void publish(long number, Instant at, long messages) {
        TableVersions versions = new TableVersions();
        versions.put(MessagesTable.TABLE, messages);
        publications.add(new Publication(
                number, at.toEpochMilli(), "run", 0, "1", "UTC", "silence", "{}", "f", versions, 0, 0, 0, "test"));
    }
}
