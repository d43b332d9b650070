package dev.threadline.jobs.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.crc32;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import dev.threadline.jobs.sensitivity.PolicySensitivity;
import dev.threadline.jobs.sensitivity.SensitivityTotals;
import dev.threadline.jobs.sensitivity.ThreadSample;
import dev.threadline.jobs.thread.ThreadOrder;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;

/**
 * Tries the other policies on the sample of threads alone, for a build that does not walk every thread: time decides under
 * each policy at another moment, so that what changed under one says nothing of the others.
 */
public final class SensitivityJob {

    /** Where the thread's id is in a shuffled row. */
    private static final int THREAD_ID = Shuffle.HASH + 2;

    private SensitivityJob() {}

    /** Whether a message is of a thread of the sample, as {@link ThreadSample#takes} tells it, by an expression of Spark's. */
    public static Column isSampled(WalkPlan plan) {
        return crc32(col(MessagesTable.THREAD_ID).cast(DataTypes.BinaryType))
                .mod(plan.sample().oneIn())
                .equalTo(0);
    }

    /** What the sample comes to; the messages are those up to as-of, of these and any other threads, shuffled by thread. */
    public static SensitivityTotals run(JavaRDD<InternalRow> messages, WalkPlan plan) {
        ThreadSample sample = plan.sample();
        return messages.filter(row -> sample.takes(row.getUTF8String(THREAD_ID).getBytes()))
                .mapPartitions(rows -> compare(rows, plan))
                .treeReduce(SensitivityTotals::plus);
    }

    private static Iterator<SensitivityTotals> compare(Iterator<InternalRow> rows, WalkPlan plan) {
        PolicySensitivity sensitivity = plan.sensitivity();
        Threads.records(rows).forEach(thread -> {
            thread.sort(ThreadOrder.COMPARATOR);
            sensitivity.add(thread);
        });
        return List.of(sensitivity.totals()).iterator();
    }
}
