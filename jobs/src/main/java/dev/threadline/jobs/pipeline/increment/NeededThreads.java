package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.Threads;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.input.MessageRows;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The threads that may have changed and their neighbours, shuffled once; every use walks them again, from the same shuffle
 * files.
 */
final class NeededThreads {

    private final SparkSession spark;
    private final ChangePlan plan;
    private final int partitions;
    private final JavaRDD<InternalRow> changed;
    private final JavaRDD<InternalRow> neighbours;

    private NeededThreads(
            SparkSession spark,
            ChangePlan plan,
            int partitions,
            JavaRDD<InternalRow> changed,
            JavaRDD<InternalRow> neighbours) {
        this.spark = spark;
        this.plan = plan;
        this.partitions = partitions;
        this.changed = changed;
        this.neighbours = neighbours;
    }

    /** Threads that may have changed; the messages have a {@link State}. */
    static NeededThreads changed(Dataset<Row> messages, ChangePlan plan, int partitions) {
        JavaRDD<InternalRow> rows = Shuffle.by(MessageRows.packed(messages), partitions, Threads.KEY_COLUMNS);
        return new NeededThreads(messages.sparkSession(), plan, partitions, rows, rows.filter(row -> false));
    }

    /** Threads that did not change; the messages have a {@link State}. */
    static NeededThreads unchanged(Dataset<Row> messages, ChangePlan plan, int partitions) {
        JavaRDD<InternalRow> rows = Shuffle.by(MessageRows.packed(messages), partitions, Threads.KEY_COLUMNS);
        return new NeededThreads(messages.sparkSession(), plan, partitions, rows.filter(row -> false), rows);
    }

    /** These, which may have changed, and others that did not. */
    NeededThreads with(NeededThreads others) {
        return new NeededThreads(spark, plan, partitions, changed, others.neighbours);
    }

    SparkSession spark() {
        return spark;
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
}
