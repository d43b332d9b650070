package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.publication.TableVersions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The conversations that walked threads' customers have in threads that are not walked, as the last publication has them.
 * They are kept, as two walks over customers start from them, until they are closed.
 */
final class ToldConversations implements AutoCloseable {

    private final Warehouse warehouse;
    private final TableVersions before;
    private final KeySet changed;
    private final KeySet customers;
    private final Dataset<Row> kept;

    /** Those of all customers of the threads that may have changed. */
    ToldConversations(Warehouse warehouse, TableVersions before, KeySet changed, KeySet customers) {
        this.warehouse = warehouse;
        this.before = before;
        this.changed = changed;
        this.customers = customers;
        this.kept = of(customers).persist();
    }

    /**
     * Source and thread of those of which the customer's others tell something else now, or whose order is not told by their
     * start: they are to be walked.
     */
    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    Dataset<Row> toldAnew(KnownFacts known) {
        Column[] thread = {col(MessagesTable.SOURCE), col(MessagesTable.THREAD_ID)};
        Dataset<Row> toldAnew = CustomerChanges.findings(known, Told.factsOfConversations(kept))
                .where(col("place").equalTo(Told.NO_PLACE))
                .where(col(MessageChanges.STATE).notEqual(State.BOTH.ordinal()))
                .select(thread);
        Dataset<Row> together = kept.groupBy(col(MessagesTable.SOURCE), col(MessagesTable.THREAD_ID), col("started_at"))
                .agg(count(lit(1)).as("conversations"))
                .where(col("conversations").gt(1))
                .select(thread);
        return toldAnew.unionAll(together);
    }

    /** What those of all walked threads' customers tell, once others are walked beside the changed. */
    Dataset<Row> facts(KeySet others, ThreadFacts ofOthers) {
        KeySet more = ofOthers.customers().less(customers);
        Dataset<Row> all = more.size() == 0 ? kept : kept.unionAll(of(more));
        return Told.factsOfConversations(others.without(all));
    }

    @Override
    public void close() {
        kept.unpersist();
    }

    /** One who is known only by the thread has no other. */
    private Dataset<Row> of(KeySet some) {
        return changed.without(some.only(before.read(warehouse, ConversationsTable.TABLE)
                .where(col("customer_id").notEqual(col(MessagesTable.THREAD_ID)))
                .select(
                        "source",
                        "thread_id",
                        "customer_id",
                        "started_at",
                        "ended_at",
                        "conversation_id",
                        "initiated_by")));
    }
}
