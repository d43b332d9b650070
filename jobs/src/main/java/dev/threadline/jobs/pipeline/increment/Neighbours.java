package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_millis;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.pipeline.QueueName;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.stint.StintsTable;
import java.util.List;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import scala.reflect.ClassTag$;

/**
 * Threads that did not change and are needed all the same: what they tell of an agent, a queue or a customer counts
 * together with what changed.
 */
final class Neighbours {

    private static final String START = "start_ms";
    private static final String END = "end_ms";

    private final Warehouse warehouse;
    private final TableVersions before;
    private final MessageChanges messages;

    Neighbours(Warehouse warehouse, TableVersions before, MessageChanges messages) {
        this.warehouse = warehouse;
        this.before = before;
        this.messages = messages;
    }

    /** Source and thread of what overlaps with the changes, those that changed among them. */
    Dataset<Row> of(ChangedOwners changed, long attentionCapMs) {
        Windows agents = changed.agents();
        return List.of(
                        ofStints(agents),
                        ofMessages(agents, attentionCapMs),
                        ofConversations(changed.queues(), changed.customers()))
                .stream()
                .map(rows -> rows.select(MessagesTable.SOURCE, MessagesTable.THREAD_ID))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    /** Unchanged public messages of agents within windows of theirs. */
    Dataset<Row> agentMessages(Windows agents, long marginMs) {
        Column at = unix_millis(col(MessagesTable.SENT_AT));
        return messages.unchangedFrom(agents.earliest() - marginMs)
                .where(isAgentMessage())
                .where(overlap(agents).apply(col(MessagesTable.SENDER_ID), at.minus(marginMs), at.plus(marginMs + 1)));
    }

    static Column isAgentMessage() {
        return col(MessagesTable.SENDER_ROLE)
                .equalTo("agent")
                .and(col(MessagesTable.KIND).equalTo("message"));
    }

    private Dataset<Row> ofStints(Windows agents) {
        return before.read(warehouse, StintsTable.TABLE)
                .where(overlap(agents)
                        .apply(col("agent_id"), unix_millis(col("started_at")), unix_millis(col("ended_at"))));
    }

    private Dataset<Row> ofMessages(Windows agents, long attentionCapMs) {
        return agentMessages(agents, attentionCapMs);
    }

    private Dataset<Row> ofConversations(Windows queues, Set<String> customers) {
        Column start = unix_millis(col("started_at"));
        Column end = unix_millis(greatest(col("ended_at"), col("closed_at")));
        return before.read(warehouse, ConversationsTable.TABLE)
                .withColumn(START, start)
                .withColumn(END, end)
                .where(inQueue(queues)
                        .apply(col("channel"), col("team"), col(START), col(END))
                        .or(isOf(customers)));
    }

    private org.apache.spark.sql.expressions.UserDefinedFunction overlap(Windows windows) {
        Broadcast<Windows> sent = broadcast(windows);
        return udf(
                (UDF3<String, Long, Long, Boolean>)
                        (owner, start, end) -> owner != null && sent.value().overlap(owner, start, end),
                DataTypes.BooleanType);
    }

    private org.apache.spark.sql.expressions.UserDefinedFunction inQueue(Windows windows) {
        Broadcast<Windows> sent = broadcast(windows);
        return udf(
                (UDF4<String, String, Long, Long, Boolean>)
                        (channel, team, start, end) -> sent.value().overlap(QueueName.of(channel, team), start, end),
                DataTypes.BooleanType);
    }

    /** A customer known only by the thread has no other. */
    private Column isOf(Set<String> customers) {
        Broadcast<Set<String>> sent = broadcast(customers);
        Column known = udf((UDF1<String, Boolean>) id -> sent.value().contains(id), DataTypes.BooleanType)
                .apply(col("customer_id"));
        return col("customer_id").notEqual(col(MessagesTable.THREAD_ID)).and(known);
    }

    private <T> Broadcast<T> broadcast(T value) {
        return warehouse.spark().sparkContext().broadcast(value, ClassTag$.MODULE$.apply(value.getClass()));
    }
}
