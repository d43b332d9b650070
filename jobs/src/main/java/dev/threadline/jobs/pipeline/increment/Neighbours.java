package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.conversation.Outcome;
import dev.threadline.jobs.pipeline.increment.window.OldestWaits;
import dev.threadline.jobs.pipeline.increment.window.WindowColumns;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.stint.StintsTable;
import java.time.Instant;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;

/**
 * Threads that did not change and are to be walked all the same: because something else is told of them now, or because what
 * they tell of an agent or a queue counts together with what changed and is in no table.
 */
final class Neighbours {

    private final Warehouse warehouse;
    private final TableVersions before;
    private final WindowColumns windows;

    Neighbours(Warehouse warehouse, TableVersions before) {
        this.warehouse = warehouse;
        this.before = before;
        this.windows = new WindowColumns(warehouse.spark());
    }

    /**
     * Their source and thread, those that changed among them.
     *
     * @param owners what changed about agents and queues
     * @param waits the hours whose oldest wait is not known
     */
    Dataset<Row> of(ChangedOwners owners, OldestWaits waits) {
        return engaged(owners.engagements()).unionAll(replies(owners.replies())).unionAll(waiting(waits));
    }

    /** Source and thread of those live with an agent in a slice whose live conversations changed. */
    private Dataset<Row> engaged(Windows engagements) {
        return threads(before.read(warehouse, StintsTable.TABLE)
                .where(col("engaged_ms").gt(0))
                .where(windows.overlap(engagements, col("agent_id"), col("started_at"), col("ended_at"))));
    }

    /** Source and thread of the agents' messages within windows. */
    private Dataset<Row> replies(Windows replies) {
        return threads(new AgentMessages(warehouse, before).within(replies));
    }

    /** Source and thread of conversations whose customer may have waited longest at an hour. */
    private Dataset<Row> waiting(OldestWaits waits) {
        Broadcast<OldestWaits> sent = windows.broadcast(waits);
        Column start = unix_millis(col("started_at"));
        Column end = unix_millis(greatest(col("ended_at"), col("closed_at")));
        Column longest = coalesce(
                col("customer_wait_ms"), when(col("outcome").equalTo(Outcome.MERGED.code()), end.minus(start)));
        Column mayBe = udf(
                        (UDF4<String, Long, Long, Long, Boolean>) (queue, from, to, wait) ->
                                wait != null && sent.value().mayBeOf(queue, from, to, wait),
                        DataTypes.BooleanType)
                .apply(WindowColumns.queue(col("channel"), col("team")), start, end, longest);
        return threads(before.read(warehouse, ConversationsTable.TABLE)
                .where(duringAny(waits))
                .where(mayBe));
    }

    /** Spares most rows the look-up, and a table of which nothing is wanted the reading. */
    private static Column duringAny(OldestWaits waits) {
        if (waits.isEmpty()) {
            return lit(false);
        }
        Column first = lit(Instant.ofEpochMilli(waits.firstHourAt()));
        return col("started_at")
                .leq(lit(Instant.ofEpochMilli(waits.lastHourAt())))
                .and(col("ended_at").geq(first).or(col("closed_at").geq(first)));
    }

    private static Dataset<Row> threads(Dataset<Row> rows) {
        return rows.select(MessagesTable.SOURCE, MessagesTable.THREAD_ID);
    }
}
