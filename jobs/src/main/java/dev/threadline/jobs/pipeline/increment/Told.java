package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_millis;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.increment.window.WindowColumns;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.thread.Role;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Facts about threads that did not change and are not walked: what the last publication's tables, and the messages, tell of
 * them. They have no place in their thread, as nothing is told of it in return.
 */
@SuppressWarnings("EnumOrdinal") // they travel between tasks of one build, never further
final class Told {

    /** The place of a fact about a thread that is not walked. */
    static final int NO_PLACE = 0;

    private static final Column NO_THREAD = lit("");

    private final Warehouse warehouse;
    private final TableVersions before;
    private final List<KeySet> walked;
    private final WindowColumns windows;

    /**
     * Facts about all threads but some.
     *
     * @param walked the threads that are walked, and tell themselves
     */
    Told(Warehouse warehouse, TableVersions before, List<KeySet> walked) {
        this.warehouse = warehouse;
        this.before = before;
        this.walked = walked;
        this.windows = new WindowColumns(warehouse.spark());
    }

    /** Whom agents had, by the stints that touch their windows. */
    Dataset<Row> assignments(Windows agents) {
        return factsOfStints(notWalked(before.read(warehouse, StintsTable.TABLE)
                .where(windows.touch(agents, col("agent_id"), col("started_at"), col("ended_at")))));
    }

    /** When agents wrote within windows: another message's attention ended there. */
    Dataset<Row> messages(Windows agents) {
        return factsOfMessages(notWalked(new AgentMessages(warehouse, before).within(agents)));
    }

    private Dataset<Row> notWalked(Dataset<Row> rows) {
        return walked.stream().reduce(rows, (left, threads) -> threads.without(left), (a, b) -> b);
    }

    /** What conversations tell of their customers. */
    static Dataset<Row> factsOfConversations(Dataset<Row> conversations) {
        return facts(
                conversations,
                Fact.Owner.CUSTOMER,
                col("customer_id"),
                Fact.Type.CONVERSATION,
                col("started_at"),
                col("ended_at"),
                col(MessagesTable.SOURCE),
                col(MessagesTable.THREAD_ID),
                col("conversation_id"),
                col("initiated_by").isin(Role.CUSTOMER.code(), Role.BOT.code()));
    }

    private static Dataset<Row> factsOfStints(Dataset<Row> stints) {
        return facts(
                stints,
                Fact.Owner.AGENT,
                col("agent_id"),
                Fact.Type.ASSIGNED,
                col("started_at"),
                col("ended_at"),
                NO_THREAD,
                NO_THREAD,
                col("team"),
                lit(false));
    }

    private static Dataset<Row> factsOfMessages(Dataset<Row> messages) {
        return facts(
                messages,
                Fact.Owner.AGENT,
                col(MessagesTable.SENDER_ID),
                Fact.Type.MESSAGE,
                col(MessagesTable.SENT_AT),
                col(MessagesTable.SENT_AT),
                col(MessagesTable.SOURCE),
                col(MessagesTable.THREAD_ID),
                lit(null).cast("string"),
                lit(false));
    }

    private static Dataset<Row> facts(
            Dataset<Row> rows,
            Fact.Owner owner,
            Column ownerId,
            Fact.Type type,
            Column at,
            Column other,
            Column source,
            Column threadId,
            Column label,
            Column byCustomer) {
        return rows.select(
                lit(owner.ordinal()).as("owner"),
                ownerId.as("owner_id"),
                unix_millis(at).as("at"),
                source.as("source"),
                threadId.as("thread_id"),
                lit(NO_PLACE).as("place"),
                lit(type.ordinal()).as("type"),
                unix_millis(other).as("other"),
                label.as("label"),
                byCustomer.as("by_customer"),
                lit(State.BOTH.ordinal()).as("state"));
    }
}
