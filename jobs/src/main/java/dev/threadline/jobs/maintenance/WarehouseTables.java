package dev.threadline.jobs.maintenance;

import dev.threadline.ingestion.erasure.ErasedId;
import dev.threadline.ingestion.intake.IngestedFilesTable;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.metric.MetricDefinition;
import dev.threadline.jobs.publication.PublicationsTable;
import dev.threadline.jobs.publication.Restatement;
import dev.threadline.jobs.run.RunsTable;
import dev.threadline.jobs.sensitivity.PolicySensitivityTable;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a warehouse, by what they tell of people. */
public final class WarehouseTables {

    /** Tables with rows of single customers: their ids, some with what they wrote. */
    public static final List<Table<?>> OF_CUSTOMERS = List.of(
            MessagesTable.TABLE,
            RejectedRecordsTable.TABLE,
            ConversationsTable.TABLE,
            ConversationMessagesTable.TABLE,
            TurnsTable.TABLE,
            StintsTable.TABLE,
            Restatement.TABLE);

    /** Tables that only count: no row is about one customer. */
    public static final List<Table<?>> AGGREGATES = List.of(
            AgentLoadTable.TABLE,
            DailyMetricsTable.TABLE,
            BacklogTable.TABLE,
            PolicySensitivityTable.TABLE,
            MetricDefinition.TABLE);

    /** What runs leave behind; read at its newest version. */
    private static final List<Table<?>> HISTORY =
            List.of(RunsTable.TABLE, IngestedFilesTable.TABLE, PublicationsTable.TABLE, ErasedId.TABLE);

    /** Tables that grow by a small file with each run; a build writes all others anew. */
    static final List<Table<?>> APPENDED = List.of(
            MessagesTable.TABLE,
            RejectedRecordsTable.TABLE,
            Restatement.TABLE,
            RunsTable.TABLE,
            IngestedFilesTable.TABLE,
            PublicationsTable.TABLE,
            ErasedId.TABLE);

    private WarehouseTables() {}

    /** Every table. */
    public static List<Table<?>> all() {
        return Stream.of(OF_CUSTOMERS, AGGREGATES, HISTORY)
                .flatMap(List::stream)
                .toList();
    }
}
