package dev.threadline.jobs.publication;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.List;

/**
 * The tables that are a function of messages, as-of and configuration alone: the same however the messages came. An
 * incremental build changes them in place, and the audit checks them against each other.
 */
public final class BuiltTables {

    public static final List<Table<?>> ALL = List.of(
            ConversationMessagesTable.TABLE,
            ConversationsTable.TABLE,
            TurnsTable.TABLE,
            StintsTable.TABLE,
            AgentLoadTable.TABLE,
            BacklogTable.TABLE,
            DailyMetricsTable.TABLE);

    private BuiltTables() {}

    /** The table of a name: a task is sent no more than that. */
    public static Table<?> named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
