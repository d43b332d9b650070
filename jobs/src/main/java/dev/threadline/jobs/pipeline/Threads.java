package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.pipeline.input.MessageRows;
import dev.threadline.jobs.pipeline.shuffle.Groups;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import dev.threadline.jobs.pipeline.shuffle.Streams;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The threads of a log, shuffled once: a partition holds whole threads, each in one piece. Every use walks them again,
 * from the same shuffle files.
 */
public final class Threads {

    /** Source and thread. */
    public static final int KEY_COLUMNS = 2;

    private final SparkSession spark;
    private final JavaRDD<InternalRow> rows;
    private final WalkPlan plan;
    private final int partitions;

    /** Threads of the records up to as-of in {@code messages}. */
    Threads(Dataset<Row> messages, WalkPlan plan, int partitions) {
        this.spark = messages.sparkSession();
        this.plan = plan;
        this.partitions = partitions;
        this.rows = Shuffle.by(MessageRows.packed(MessageRows.narrow(messages)), partitions, KEY_COLUMNS);
    }

    SparkSession spark() {
        return spark;
    }

    WalkPlan plan() {
        return plan;
    }

    int partitions() {
        return partitions;
    }

    JavaRDD<InternalRow> rows() {
        return rows;
    }

    static Stream<WalkedThread> walk(Iterator<InternalRow> partition, WalkPlan plan) {
        return records(partition).map(plan.walk()::walk);
    }

    /** The records of one thread after the other. */
    static Stream<List<Message>> records(Iterator<InternalRow> partition) {
        MessageRows reader = new MessageRows();
        return Streams.of(new Groups<>(partition, reader::read, Threads::sameThread));
    }

    private static boolean sameThread(Message a, Message b) {
        return a.threadId().equals(b.threadId()) && a.source().equals(b.source());
    }
}
