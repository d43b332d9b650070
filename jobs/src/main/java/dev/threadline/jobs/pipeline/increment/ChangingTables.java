package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.List;

/** The tables that an incremental build changes in place. */
final class ChangingTables {

    static final List<Table<?>> ALL = List.of(
            ConversationMessagesTable.TABLE,
            ConversationsTable.TABLE,
            TurnsTable.TABLE,
            StintsTable.TABLE,
            AgentLoadTable.TABLE,
            BacklogTable.TABLE,
            DailyMetricsTable.TABLE);

    private ChangingTables() {}

    /** The table of a name: a task is sent no more than that. */
    static Table<?> named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
