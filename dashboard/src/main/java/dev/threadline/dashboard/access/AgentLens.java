package dev.threadline.dashboard.access;

import dev.threadline.dashboard.warehouse.Lens;
import dev.threadline.dashboard.warehouse.PinnedTable;
import dev.threadline.dashboard.warehouse.PinnedTable.PinnedColumn;
import dev.threadline.dashboard.warehouse.Sight;
import java.util.Map;
import java.util.stream.Collectors;

/** How an agent sees the tables: the conversations that they carried, their own stints and load, and no text. */
final class AgentLens implements Lens {

    private static final String SCHEMA = "agent";
    private static final String OWN = "agent_id = getvariable('agent_id')";
    private static final String CARRIED =
            "conversation_id IN (SELECT conversation_id FROM main.stints WHERE %s)".formatted(OWN);
    private static final String IN_THREAD =
            "(source, thread_id) IN (SELECT (source, thread_id) FROM main.stints WHERE %s)".formatted(OWN);

    private static final String NOTHING = "false";
    private static final Map<String, String> ROWS = Map.of(
            "conversations", CARRIED,
            "conversation_messages", CARRIED,
            "turns", CARRIED,
            "stints", OWN,
            "agent_load", OWN,
            "messages", IN_THREAD,
            "conversation_restatements", "true",
            "metric_definitions", "true");

    static Sight sightOf(String agentId) {
        return new Sight(SCHEMA, Map.of("agent_id", agentId), Identities::quotes);
    }

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public String select(PinnedTable table) {
        String columns = table.columns().stream().map(AgentLens::column).collect(Collectors.joining(", "));
        return "SELECT %s FROM main.%s WHERE %s"
                .formatted(columns, table.quotedName(), ROWS.getOrDefault(table.name(), NOTHING));
    }

    private static String column(PinnedColumn column) {
        return Identities.quotes(column.name())
                ? "NULL::%s AS %s".formatted(column.type(), column.quotedName())
                : column.quotedName();
    }
}
