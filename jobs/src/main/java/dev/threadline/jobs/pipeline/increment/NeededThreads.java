package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.SensitivityJob;
import dev.threadline.jobs.pipeline.Threads;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.input.MessageRows;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import dev.threadline.jobs.sensitivity.SensitivityTotals;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The threads that may have changed and their neighbours, shuffled once, and with them those that other policies are tried
 * on; every use walks them again, from the same shuffle files.
 */
final class NeededThreads {

    private final SparkSession spark;
    private final ChangePlan plan;
    private final int partitions;
    private final JavaRDD<InternalRow> changed;
    private final JavaRDD<InternalRow> neighbours;
    private final JavaRDD<InternalRow> sampled;

    private NeededThreads(
            SparkSession spark,
            ChangePlan plan,
            int partitions,
            JavaRDD<InternalRow> changed,
            JavaRDD<InternalRow> neighbours,
            JavaRDD<InternalRow> sampled) {
        this.spark = spark;
        this.plan = plan;
        this.partitions = partitions;
        this.changed = changed;
        this.neighbours = neighbours;
        this.sampled = sampled;
    }

    /** Threads that may have changed, and the sample; the messages are those of all threads and have a {@link State}. */
    static NeededThreads changed(Dataset<Row> messages, KeySet changed, ChangePlan plan, int partitions) {
        SparkSession spark = messages.sparkSession();
        Broadcast<KeySet> sent = changed.sent(spark);
        Dataset<Row> wanted = messages.where(KeySet.mayBeOf(sent).or(SensitivityJob.isSampled(plan.after())));
        JavaRDD<InternalRow> rows = Shuffle.by(MessageRows.packed(wanted), partitions, Threads.KEY_COLUMNS);
        return new NeededThreads(
                spark,
                plan,
                partitions,
                rows.filter(row -> sent.value().has(row.getLong(Shuffle.HASH))),
                Shuffle.none(spark, partitions),
                rows.filter(row -> State.of(row.getInt(MessageRows.BEHIND)).is()));
    }

    /** Threads that did not change; the messages have a {@link State}. */
    static NeededThreads unchanged(Dataset<Row> messages, ChangePlan plan, int partitions) {
        JavaRDD<InternalRow> rows = Shuffle.by(MessageRows.packed(messages), partitions, Threads.KEY_COLUMNS);
        SparkSession spark = messages.sparkSession();
        return new NeededThreads(spark, plan, partitions, Shuffle.none(spark, partitions), rows, rows);
    }

    /** These, which may have changed, and others that did not. */
    NeededThreads with(NeededThreads others) {
        return new NeededThreads(spark, plan, partitions, changed, others.neighbours, sampled);
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

    /** What other policies make of the sample. */
    SensitivityTotals sensitivity() {
        return SensitivityJob.run(sampled, plan.after());
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
