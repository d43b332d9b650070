package dev.threadline.dashboard.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

    @TempDir
    private Path directory;

    @Test
    void aMissingWarehouseNamesTheCommandThatMakesOne() {
        assertThatThrownBy(() -> Warehouse.in(directory.resolve("nowhere")).open())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("./threadline run --input PATH");
    }

    @Test
    void whatIsWrittenAfterThePublicationIsNotSeen() throws SQLException {
        WarehouseFixture.published(directory).keepConversations("conversation_id = 'c1'");
        assertThat(ask("SELECT count(*) FROM conversations")).isEqualTo("6");
    }

    @Test
    void anEarlierPublicationIsSeenAsItWas() throws SQLException {
        WarehouseFixture.published(directory)
                .keepConversations("conversation_id = 'c1'")
                .publish();
        assertThat(ask("SELECT count(*) FROM conversations")).isEqualTo("1");
        Warehouse warehouse = Warehouse.in(directory);
        assertThat(ask(warehouse.openPublication(1, table -> true), "SELECT count(*) FROM conversations"))
                .isEqualTo("6");
        assertThatThrownBy(() -> warehouse.openPublication(7, table -> true))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no publication 7");
    }

    @Test
    void aRetiredPublicationSaysWhenAndWhy() throws SQLException {
        WarehouseFixture.published(directory)
                .markLast(
                        "'2026-05-01 00:00:00+00'::TIMESTAMPTZ AS retired_at, MAP {}::MAP(VARCHAR, BIGINT) AS table_versions")
                .publish();
        assertThatThrownBy(() -> Warehouse.in(directory).openPublication(1, table -> true))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2026-05-01")
                .hasMessageContaining("retain-publications");
        assertThat(ask("SELECT count(retired_at) FROM publications")).isEqualTo("1");
    }

    @Test
    void aPublicationWithAForgottenCustomerHasItsAggregatesAndSaysSoOfTheRest() throws SQLException {
        WarehouseFixture.published(directory)
                .markLast("'2026-05-01 00:00:00+00'::TIMESTAMPTZ AS erased_at,"
                        + " map_from_entries([pin FOR pin IN map_entries(table_versions) IF pin.key IN"
                        + " ('daily_metrics', 'agent_load', 'backlog')]) AS table_versions")
                .publish();
        Warehouse warehouse = Warehouse.in(directory);
        assertThat(ask(warehouse.openPublication(1, table -> true), "SELECT sum(started) > 0 FROM daily_metrics"))
                .isEqualTo("true");
        for (String table : List.of("conversations", "messages", "turns")) {
            assertThatThrownBy(() ->
                            ask(warehouse.openPublication(1, table::equals), "SELECT count(thread_id) FROM " + table))
                    .hasMessageContaining("Publication 1 has no " + table)
                    .hasMessageContaining("forgotten");
        }
        assertThat(ask(warehouse.openPublication(1, table -> true), "SHOW TABLES"))
                .isNotNull();
        assertThat(ask("SELECT count(*) FROM conversations")).isEqualTo("6");
    }

    @Test
    void withoutAPublicationTheMessagesAndRejectsAreSeen() throws SQLException {
        WarehouseFixture.ingested(directory);
        assertThat(ask("SELECT (SELECT count(*) FROM messages) || '/' || (SELECT count(*) FROM rejected_records)"))
                .isEqualTo("5/3");
    }

    @Test
    void aTableWithoutFilesHasItsColumnsAndNoRows() throws SQLException {
        WarehouseFixture.published(directory).keepConversations("false").publish();
        assertThat(ask("SELECT count(started_at) FROM conversations")).isEqualTo("0");
    }

    @Test
    void aFolderMayHaveSpacesQuotesAndBrackets() throws SQLException {
        directory = directory.resolve("it's [a] *strange* folder?");
        WarehouseFixture.published(directory);
        assertThat(ask("SELECT count(*) FROM conversations")).isEqualTo("6");
    }

    @Test
    void theFolderOrATableMayBeALinkToAnotherDisk() throws IOException, SQLException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        WarehouseFixture.published(disk.resolve("tables"));
        Path turns = Files.move(disk.resolve("tables/turns"), disk.resolve("turns"));
        Files.createSymbolicLink(disk.resolve("tables/turns"), turns);
        directory = Files.createSymbolicLink(directory.resolve("link"), disk.resolve("tables"));
        assertThat(ask("SELECT count(*) FROM conversations")).isEqualTo("6");
        assertThat(ask("SELECT count(*) > 0 FROM turns")).isEqualTo("true");
    }

    @Test
    void columnsHaveTheCommentsOfTheirSchema() throws SQLException {
        WarehouseFixture.published(directory);
        assertThat(ask("SELECT count(*) FILTER (comment IS NULL) FROM duckdb_columns() WHERE table_name = 'turns'"))
                .isEqualTo("0");
    }

    @Test
    void otherFilesAndSettingsAreOutOfReach() {
        WarehouseFixture.published(directory);
        assertThatThrownBy(() -> ask("SELECT * FROM read_text('/etc/hostname')"))
                .hasMessageContaining("disabled");
        assertThatThrownBy(() -> ask("SET enable_external_access = true")).hasMessageContaining("configuration");
        assertThatThrownBy(() -> ask("INSTALL httpfs")).hasMessageContaining("disabled");
    }

    @Test
    void noOtherFileAmongTheTemporaryOnesIsRead() throws IOException {
        WarehouseFixture.published(directory);
        Path other = Files.createTempFile("other", ".txt");
        try {
            assertThatThrownBy(() -> ask("SELECT * FROM read_text('" + other + "')"))
                    .hasMessageContaining("disabled");
        } finally {
            Files.delete(other);
        }
    }

    @Test
    void whatDoesNotFitIntoMemoryLiesWhereOnlyItsOwnerLooks() throws IOException, SQLException {
        WarehouseFixture.published(directory);
        Path spill = Path.of(ask("SELECT current_setting('temp_directory')"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spill.resolveSibling(""))))
                .isEqualTo("rwx------");
        assertThat(spill).isNotEqualTo(SpillFolder.next());
    }

    private String ask(String sql) throws SQLException {
        return ask(Warehouse.in(directory).open(), sql);
    }

    private static String ask(WarehouseSnapshot opened, String sql) throws SQLException {
        try (WarehouseSnapshot snapshot = opened;
                Connection connection = snapshot.connect().orElseThrow();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
