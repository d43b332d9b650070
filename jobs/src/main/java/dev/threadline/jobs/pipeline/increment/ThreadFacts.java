package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.increment.stated.Stated;
import dev.threadline.jobs.pipeline.increment.stated.StatedRows;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What threads tell, and told, of their agents, queues and customers, with the {@link State} of each fact. It is kept, as
 * several walks start from it, until it is closed.
 */
@SuppressWarnings("EnumOrdinal") // they travel between tasks of one build, never further
final class ThreadFacts implements AutoCloseable {

    /** Where columns are in a fact's row. */
    private static final int OWNER_ID = 0;

    private static final int AT = 1;

    /** Stands where a shuffle puts its hash. */
    private static final long NO_HASH = 0;

    private final Dataset<Row> facts;
    private final List<Dataset<Row>> kept;
    private final ChangePlan plan;
    private final int partitions;

    private ThreadFacts(Dataset<Row> facts, List<Dataset<Row>> kept, ChangePlan plan, int partitions) {
        this.facts = facts;
        this.kept = kept;
        this.plan = plan;
        this.partitions = partitions;
    }

    static ThreadFacts of(NeededThreads threads) {
        JavaRDD<InternalRow> facts = threads.walk()
                .flatMap(thread -> thread.facts().stream()
                        .map(fact -> StatedRows.FACTS.toInternalRow(fact))
                        .iterator());
        Dataset<Row> kept = InternalRows.dataset(threads.spark(), facts, StatedRows.FACTS.schema())
                .persist();
        return new ThreadFacts(kept, List.of(kept), threads.plan(), threads.partitions());
    }

    /** These and those of other threads. */
    ThreadFacts with(ThreadFacts others) {
        List<Dataset<Row>> all = new ArrayList<>(kept);
        all.addAll(others.kept);
        return new ThreadFacts(facts.unionAll(others.facts), all, plan, partitions);
    }

    SparkSession spark() {
        return facts.sparkSession();
    }

    /** Into how many pieces they are shuffled. */
    int partitions() {
        return partitions;
    }

    /** Those about owners of a kind. */
    Dataset<Row> of(Fact.Owner owner) {
        return facts.where(col("owner").equalTo(owner.ordinal()));
    }

    /** What changed about agents and queues. */
    ChangedOwners changedOwners() {
        long attentionCapMs = plan.attentionCapMs();
        Dataset<Row> changes = facts.where(col(MessageChanges.STATE).notEqual(State.BOTH.ordinal()))
                .select(lit(NO_HASH), col("*"));
        return InternalRows.of(changes)
                .mapPartitions(rows -> {
                    List<Stated<Fact>> changed = new ArrayList<>();
                    rows.forEachRemaining(row -> changed.add(StatedRows.fact(row)));
                    ChangedOwners owners = new ChangedOwners(attentionCapMs);
                    owners.add(changed);
                    return List.of(owners).iterator();
                })
                .treeReduce(ChangedOwners::plus);
    }

    /** All customers with a conversation. */
    KeySet customers() {
        return KeySet.of(of(Fact.Owner.CUSTOMER).select(col("owner_id").as("customer_id")), "customer_id");
    }

    /** For every message of an agent, the time before it in which his attention to it could start. */
    Windows attention() {
        long capMs = plan.attentionCapMs();
        Dataset<Row> messages =
                facts.where(col("type").equalTo(Fact.Type.MESSAGE.ordinal())).select("owner_id", "at");
        return InternalRows.of(messages)
                .mapPartitions(rows -> {
                    Windows windows = new Windows();
                    rows.forEachRemaining(row -> windows.add(
                            row.getUTF8String(OWNER_ID).toString(), row.getLong(AT) - capMs, row.getLong(AT) + 1));
                    return List.of(windows).iterator();
                })
                .treeReduce(Windows::plus)
                .inWhole(1);
    }

    /** Keeps them no longer. */
    @Override
    public void close() {
        kept.forEach(Dataset::unpersist);
    }
}
