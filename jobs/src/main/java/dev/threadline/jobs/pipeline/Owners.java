package dev.threadline.jobs.pipeline;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** The facts of a log, shuffled once to the agents, customers and queues they are about. */
final class Owners {

    private static final int OWNER_COLUMNS = 2;

    private final JavaRDD<InternalRow> rows;

    Owners(Threads threads) {
        Dataset<Row> facts = threads.rows(Fact.ROWS, thread -> Facts.of(thread).map(fact -> Fact.ROWS.toRow(fact)));
        this.rows = Shuffle.by(facts, threads.partitions(), OWNER_COLUMNS);
    }

    JavaRDD<InternalRow> rows() {
        return rows;
    }

    /** The facts of each owner in a partition, in order of time, then source, thread and place. */
    static Stream<List<Fact>> in(Iterator<InternalRow> partition) {
        return groups(partition);
    }

    /** As {@link #in}, only owners of one kind. */
    static Stream<List<Fact>> in(Iterator<InternalRow> partition, Fact.Owner kind) {
        return groups(
                Streams.of(partition).filter(row -> Fact.isAbout(row, kind)).iterator());
    }

    private static Stream<List<Fact>> groups(Iterator<InternalRow> rows) {
        return Streams.of(new Groups<>(rows, Fact::fromRow, Owners::sameOwner)).peek(facts -> facts.sort(Fact.ORDER));
    }

    private static boolean sameOwner(Fact a, Fact b) {
        return a.owner() == b.owner() && a.ownerId().equals(b.ownerId());
    }
}
