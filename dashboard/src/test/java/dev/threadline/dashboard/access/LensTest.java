package dev.threadline.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PinnedTable;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.dashboard.warehouse.WarehouseSnapshot;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind every answer: whatever a query says, a role reads no more than its lens lets through. */
class LensTest {

    private static final Visitor VIEWER = new Visitor("vera", Role.VIEWER, Optional.empty());
    private static final Visitor AGENT = new Visitor("o'hara", Role.AGENT, Optional.of("a1"));

    @TempDir
    private static Path directory;

    @BeforeAll
    static void publish() {
        WarehouseFixture.published(directory);
    }

    @Test
    void everyColumnWithAnIdIsKnownToBeSomebodysOrNobodys() {
        Set<String> somebodys = new TreeSet<>();
        try (WarehouseSnapshot snapshot = Warehouse.in(directory).open()) {
            for (PinnedTable table : snapshot.tables()) {
                table.columns().stream()
                        .map(PinnedTable.PinnedColumn::name)
                        .filter(Identities::names)
                        .forEach(somebodys::add);
            }
        }
        assertThat(somebodys)
                .containsExactly(
                        "agent_id",
                        "answered_by",
                        "assignee_id",
                        "customer_id",
                        "first_agent_id",
                        "first_response_agent_id",
                        "last_agent_id",
                        "message_id",
                        "sender_id",
                        "thread_id");
    }

    @Test
    void noTableShowsAViewerAnIdOrAText() throws Exception {
        try (LiveWarehouse warehouse = guarded();
                PublicationReader reader = warehouse.read(VIEWER.sight())) {
            for (String table : List.of("conversations", "messages", "stints", "turns", "conversation_messages")) {
                assertThat(column(reader, "SELECT count(*) FROM " + table)).isNotEqualTo("0");
                assertThat(column(reader, "SELECT string_agg(t::VARCHAR) FROM %s AS t".formatted(table)))
                        .doesNotContainPattern("\\b[uatm][1-5]\\b")
                        .doesNotContain("harmed", "says");
            }
            assertThat(column(reader, "SELECT count(DISTINCT agent_id) FROM stints"))
                    .isEqualTo("2");
            assertThat(column(reader, "SELECT count(*) FROM stints JOIN conversations USING (thread_id)"))
                    .isEqualTo("4");
        }
    }

    @Test
    void anAgentSeesTheRowsThatAreTheirs() throws Exception {
        try (LiveWarehouse warehouse = guarded();
                PublicationReader reader = warehouse.read(AGENT.sight())) {
            assertThat(column(reader, "SELECT string_agg(conversation_id ORDER BY 1) FROM conversations"))
                    .isEqualTo("c1,c4");
            assertThat(column(reader, "SELECT string_agg(DISTINCT agent_id) FROM stints"))
                    .isEqualTo("a1");
            assertThat(column(reader, "SELECT string_agg(DISTINCT agent_id) FROM agent_load"))
                    .isEqualTo("a1");
            assertThat(column(reader, "SELECT count(text) FROM messages")).isEqualTo("0");
            for (String table : List.of("backlog", "daily_metrics", "rejected_records", "runs", "policy_sensitivity")) {
                assertThat(column(reader, "SELECT count(*) FROM " + table)).isEqualTo("0");
            }
        }
    }

    @Test
    void anAgentsIdIsAValueAndNoSql() throws Exception {
        Visitor hostile = new Visitor("x", Role.AGENT, Optional.of("a1' OR 'a' = 'a"));
        try (LiveWarehouse warehouse = guarded();
                PublicationReader reader = warehouse.read(hostile.sight())) {
            assertThat(column(reader, "SELECT count(*) FROM conversations")).isEqualTo("0");
        }
    }

    private static LiveWarehouse guarded() {
        return new LiveWarehouse(Warehouse.in(directory), List.of(new ViewerLens(), new AgentLens()), Optional.empty());
    }

    private static String column(PublicationReader reader, String query) throws Exception {
        try (Statement statement = reader.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getObject(1));
        }
    }
}
