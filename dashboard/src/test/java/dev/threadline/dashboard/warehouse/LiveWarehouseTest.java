package dev.threadline.dashboard.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveWarehouseTest {

    @TempDir
    private Path directory;

    @Test
    void aNewPublicationIsSeenWhileAReaderFinishesOnTheOld() throws SQLException {
        WarehouseFixture fixture = WarehouseFixture.published(directory);
        try (LiveWarehouse live = new LiveWarehouse(Warehouse.in(directory));
                PublicationReader atWork = live.read()) {
            fixture.keepConversations("conversation_id = 'c1'").publish();
            live.refresh();
            try (PublicationReader next = live.read()) {
                assertThat(next.publication().publicationId()).isEqualTo(2);
                assertThat(conversations(next)).isEqualTo(1);
            }
            assertThat(conversations(atWork)).isEqualTo(6);
        }
    }

    @Test
    void aPublicationThatCannotBeReadLeavesTheLastOneInPlace() throws SQLException, IOException {
        WarehouseFixture fixture = WarehouseFixture.published(directory);
        try (LiveWarehouse live = new LiveWarehouse(Warehouse.in(directory))) {
            live.refresh();
            fixture.keepConversations("true").publish();
            Files.delete(directory.resolve("conversations/_delta_log/00000000000000000001.json"));
            assertThatThrownBy(live::refresh).isInstanceOf(UserError.class).hasMessageContaining("conversations");
            try (PublicationReader reader = live.read()) {
                assertThat(reader.publication().publicationId()).isEqualTo(1);
                assertThat(conversations(reader)).isEqualTo(6);
            }
        }
    }

    @Test
    void whoWantsToKnowIsToldOfThePublicationShownAndOfEachThatFollows() {
        WarehouseFixture fixture = WarehouseFixture.published(directory);
        AtomicInteger told = new AtomicInteger();
        try (LiveWarehouse live = new LiveWarehouse(Warehouse.in(directory))) {
            live.refresh();
            live.whenShown(told::incrementAndGet);
            assertThat(told).hasValue(1);
            fixture.publish();
            live.refresh();
            live.refresh();
            assertThat(told).hasValue(2);
        }
    }

    @Test
    void beforeTheFirstPublicationReadersAreToldWhatMakesOne() {
        WarehouseFixture.ingested(directory);
        try (LiveWarehouse live = new LiveWarehouse(Warehouse.in(directory))) {
            assertThatThrownBy(live::read).isInstanceOf(UserError.class).hasMessageContaining("./threadline build");
        }
    }

    private static long conversations(PublicationReader reader) throws SQLException {
        try (Statement statement = reader.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM conversations")) {
            row.next();
            return row.getLong(1);
        }
    }
}
