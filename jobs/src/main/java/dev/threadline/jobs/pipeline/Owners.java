package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.fact.FactOrder;
import dev.threadline.jobs.pipeline.fact.Facts;
import dev.threadline.jobs.pipeline.shuffle.Groups;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import dev.threadline.jobs.pipeline.shuffle.Streams;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/** The facts of a log, shuffled once to the agents, customers and queues they are about. */
final class Owners {

    private static final int OWNER_COLUMNS = 2;

    private final JavaRDD<InternalRow> rows;

    Owners(Threads threads) {
        WalkPlan plan = threads.plan();
        JavaRDD<InternalRow> facts = threads.rows()
                .mapPartitions(partition -> Threads.walk(partition, plan)
                        .flatMap(Facts::of)
                        .map(fact -> Fact.ROWS.toInternalRow(fact))
                        .iterator());
        this.rows = Shuffle.by(
                InternalRows.dataset(threads.spark(), facts, Fact.ROWS.schema()), threads.partitions(), OWNER_COLUMNS);
    }

    JavaRDD<InternalRow> rows() {
        return rows;
    }

    /** The facts of each owner in a partition, in order of time, then source, thread and place. */
    static Stream<List<Fact>> in(Iterator<InternalRow> partition) {
        return Streams.of(new Groups<>(partition, Fact::fromRow, Owners::sameOwner))
                .map(FactOrder::sorted);
    }

    private static boolean sameOwner(Fact a, Fact b) {
        return a.owner() == b.owner() && a.ownerId().equals(b.ownerId());
    }
}
