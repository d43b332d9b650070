package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.InternalRows;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/** Walks agents and customers, and sends what is found back to the threads. */
final class FindingsJob {

    private FindingsJob() {}

    /** The findings, in the partitions of the threads they are about and in their order. */
    static JavaRDD<InternalRow> run(Threads threads, Owners owners) {
        JavaRDD<InternalRow> findings = owners.rows()
                .mapPartitions(partition -> Owners.in(partition)
                        .flatMap(Findings::of)
                        .map(finding -> Finding.ROWS.toInternalRow(finding))
                        .iterator());
        return Shuffle.by(
                InternalRows.dataset(threads.spark(), findings, Finding.ROWS.schema()),
                threads.partitions(),
                Threads.KEY_COLUMNS);
    }
}
