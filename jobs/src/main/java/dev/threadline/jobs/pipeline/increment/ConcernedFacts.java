package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.jobs.pipeline.increment.stated.StatedRows;
import dev.threadline.jobs.pipeline.increment.stated.Telling;
import dev.threadline.jobs.pipeline.increment.window.WindowColumns;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Of the facts of walked threads those that bear on a change: all of the conversations that it {@linkplain Concerns
 * concerns}, of others what counts together with it. They are kept, as several walks start from them, until they are closed.
 */
final class ConcernedFacts implements AutoCloseable {

    private final KnownFacts facts;
    private final Windows attention;

    private ConcernedFacts(KnownFacts facts, Windows attention) {
        this.facts = facts;
        this.attention = attention;
    }

    /**
     * Those that bear on what changed.
     *
     * @param toldAnew source, thread and place of conversations whose customer tells something else of them
     */
    static ConcernedFacts of(ThreadFacts walked, ChangedOwners owners, KeySet toldAnew) {
        WindowColumns columns = new WindowColumns(walked.known().spark());
        Broadcast<Concerns> concerns = columns.broadcast(Concerns.of(owners));
        JavaRDD<List<Telling>> conversations = walked.conversations(toldAnew);
        Windows attention = attention(conversations, concerns, walked.plan().attentionCapMs());
        Broadcast<Windows> sentAttention = columns.broadcast(attention);
        Dataset<Row> facts = InternalRows.dataset(
                        walked.known().spark(),
                        conversations.flatMap(conversation -> {
                            Concerns sent = concerns.value();
                            boolean all = sent.isConcerned(conversation);
                            return conversation.stream()
                                    .map(Telling::fact)
                                    .filter(fact -> all || sent.countsTogether(fact.value(), sentAttention.value()))
                                    .map(fact -> StatedRows.FACTS.toInternalRow(fact))
                                    .iterator();
                        }),
                        StatedRows.FACTS.schema())
                .persist();
        return new ConcernedFacts(new KnownFacts(facts, walked.known().partitions()), attention);
    }

    /** For every message of the conversations, the time before it in which attention to it could start. */
    private static Windows attention(
            JavaRDD<List<Telling>> conversations, Broadcast<Concerns> concerns, long attentionCapMs) {
        return conversations
                .mapPartitions(partition -> {
                    Windows windows = new Windows();
                    partition.forEachRemaining(conversation -> {
                        if (concerns.value().isConcerned(conversation)) {
                            conversation.forEach(telling -> telling.addAttention(windows, attentionCapMs));
                        }
                    });
                    return List.of(windows).iterator();
                })
                .treeReduce(Windows::plus)
                .inWhole(1);
    }

    KnownFacts known() {
        return facts;
    }

    /** For every message of a conversation that is concerned, the time before it in which attention to it could start. */
    Windows attention() {
        return attention;
    }

    /** Keeps them no longer. */
    @Override
    public void close() {
        facts.rows().unpersist();
    }
}
