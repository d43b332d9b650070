package dev.threadline.jobs.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.jobs.sensitivity.PolicySensitivity;
import dev.threadline.jobs.sensitivity.SensitivityTotals;
import dev.threadline.jobs.sensitivity.ThreadSample;
import dev.threadline.jobs.thread.ThreadOrder;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;

/**
 * Tries the other policies on the sample of threads alone, for a build that does not walk every thread: time decides under
 * each policy at another moment, so that what changed under one says nothing of the others.
 */
public final class SensitivityJob {

    private SensitivityJob() {}

    /** What the sample comes to; the records are those up to as-of, of all threads. */
    public static SensitivityTotals run(Dataset<Row> messages, WalkPlan plan) {
        ThreadSample sample = plan.sample();
        Dataset<Row> taken = messages.where(udf((UDF2<String, String, Boolean>) sample::takes, DataTypes.BooleanType)
                .apply(col(MessagesTable.SOURCE), col(MessagesTable.THREAD_ID)));
        int partitions = messages.sparkSession().sparkContext().defaultParallelism();
        return new Threads(taken, plan, partitions)
                .rows()
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
