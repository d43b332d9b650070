package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.Shuffle;
import dev.threadline.jobs.pipeline.Threads;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The threads that may have changed and their neighbours, shuffled once; every use walks them again, from the same shuffle
 * files.
 */
final class NeededThreads {

    private static final int SENT_AT = 3;
    private static final int SENDER_ROLE = 5;
    private static final int SENDER_ID = 6;
    private static final int KIND = 7;
    private static final long MICROS_PER_MILLI = 1000;
    private static final UTF8String AGENT = UTF8String.fromString("agent");
    private static final UTF8String MESSAGE = UTF8String.fromString("message");

    private final ChangePlan plan;
    private final int partitions;
    private final JavaRDD<InternalRow> changed;
    private final JavaRDD<InternalRow> neighbours;

    private NeededThreads(
            ChangePlan plan, int partitions, JavaRDD<InternalRow> changed, JavaRDD<InternalRow> neighbours) {
        this.plan = plan;
        this.partitions = partitions;
        this.changed = changed;
        this.neighbours = neighbours;
    }

    /** Threads that may have changed; the messages have a {@link State}. */
    static NeededThreads changed(Dataset<Row> messages, ChangePlan plan, int partitions) {
        JavaRDD<InternalRow> rows = Shuffle.by(messages, partitions, Threads.KEY_COLUMNS);
        return new NeededThreads(plan, partitions, rows, rows.filter(row -> false));
    }

    /** These and others that did not change. */
    NeededThreads with(Dataset<Row> unchanged) {
        return new NeededThreads(plan, partitions, changed, Shuffle.by(unchanged, partitions, Threads.KEY_COLUMNS));
    }

    int partitions() {
        return partitions;
    }

    ChangePlan plan() {
        return plan;
    }

    /** Each thread as it was and as it is. */
    JavaRDD<ThreadChange> walk() {
        ChangePlan sent = plan;
        return changed.zipPartitions(
                neighbours,
                (ours, theirs) -> Stream.concat(ThreadChange.walk(ours, sent), ThreadChange.walkUnchanged(theirs, sent))
                        .iterator());
    }

    /** What changed about agents, queues and customers. */
    ChangedOwners changedOwners() {
        ChangePlan sent = plan;
        return changed.mapPartitions(rows -> {
                    ChangedOwners owners = new ChangedOwners(sent.attentionCapMs());
                    ThreadChange.walk(rows, sent).forEach(owners::add);
                    return java.util.List.of(owners).iterator();
                })
                .treeReduce(ChangedOwners::plus);
    }

    /** For every public message of an agent, the time before it in which his attention to it could start. */
    Windows attention() {
        long cap = plan.attentionCapMs();
        return changed.union(neighbours)
                .mapPartitions(rows -> {
                    Windows windows = new Windows();
                    rows.forEachRemaining(row -> {
                        if (AGENT.equals(row.getUTF8String(SENDER_ROLE)) && MESSAGE.equals(row.getUTF8String(KIND))) {
                            long sentAt = Math.floorDiv(row.getLong(SENT_AT), MICROS_PER_MILLI);
                            windows.add(row.getUTF8String(SENDER_ID).toString(), sentAt - cap, sentAt + 1);
                        }
                    });
                    return java.util.List.of(windows).iterator();
                })
                .treeReduce(Windows::plus)
                .inWhole(1);
    }
}
