package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.jobs.pipeline.fact.Finding;
import dev.threadline.jobs.pipeline.fact.Findings;
import dev.threadline.jobs.pipeline.shuffle.PartitionResults;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Walks agents, customers and queues once: what they tell of threads goes back to these, and the tables that they fill are
 * written on the way.
 */
final class OwnersJob {

    private final Threads threads;
    private final Owners owners;
    private final DataFiles files;
    private final PartitionResults<BuiltFiles> built = new PartitionResults<>();

    OwnersJob(Threads threads, Owners owners, DataFiles files) {
        this.threads = threads;
        this.owners = owners;
        this.files = files;
        threads.spark().sparkContext().register(built, "files of owners");
    }

    /** The findings, in the partitions of the threads they are about and in their order. */
    JavaRDD<InternalRow> findings() {
        DataFiles folder = files;
        PartitionResults<BuiltFiles> finished = built;
        WalkPlan plan = threads.plan();
        JavaRDD<InternalRow> findings = owners.rows()
                .mapPartitions(
                        partition -> walk(partition, new OwnerTables(folder, plan.bands(), plan.asOf()), finished));
        return Shuffle.by(
                InternalRows.dataset(threads.spark(), findings, Finding.ROWS.schema()),
                threads.partitions(),
                Threads.KEY_COLUMNS);
    }

    /** The files of the tables that owners fill; known once the findings have been read. */
    BuiltFiles built() {
        return built.value().stream().reduce(new BuiltFiles(), BuiltFiles::plus);
    }

    private static Iterator<InternalRow> walk(
            Iterator<InternalRow> partition, OwnerTables tables, PartitionResults<BuiltFiles> built) {
        TaskContext task = TaskContext.get();
        task.addTaskCompletionListener((TaskCompletionListener) ended -> tables.close());
        Stream<InternalRow> findings = Owners.in(partition)
                .peek(tables::add)
                .flatMap(Findings::of)
                .map(finding -> Finding.ROWS.toInternalRow(finding));
        // The end of the stream: by then every owner has been added.
        Stream<InternalRow> end = Stream.of(task.partitionId()).flatMap(partitionId -> {
            built.add(new PartitionResults.OfPartition<>(partitionId, tables.finish()));
            return Stream.empty();
        });
        return Stream.concat(findings, end).iterator();
    }
}
