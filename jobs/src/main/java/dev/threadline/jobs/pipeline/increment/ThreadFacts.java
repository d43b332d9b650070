package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.increment.stated.Stated;
import dev.threadline.jobs.pipeline.increment.stated.StatedRows;
import dev.threadline.jobs.pipeline.increment.stated.Telling;
import dev.threadline.jobs.pipeline.shuffle.Groups;
import dev.threadline.jobs.pipeline.shuffle.Streams;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What threads tell, and told, of their agents, queues and customers, conversation by conversation. It is kept, as several
 * walks start from it, until it is closed.
 */
@SuppressWarnings("EnumOrdinal") // they travel between tasks of one build, never further
final class ThreadFacts implements AutoCloseable {

    /** Stands where a shuffle puts its hash. */
    private static final long NO_HASH = 0;

    /** What one conversation has in common with a finding about it. */
    private static final String[] CONVERSATION = {MessagesTable.SOURCE, MessagesTable.THREAD_ID, "place"};

    private static final String DIFFERS = "differs";

    private final List<Dataset<Row>> kept;
    private final ChangePlan plan;
    private final int partitions;

    private ThreadFacts(List<Dataset<Row>> kept, ChangePlan plan, int partitions) {
        this.kept = kept;
        this.plan = plan;
        this.partitions = partitions;
    }

    static ThreadFacts of(NeededThreads threads) {
        JavaRDD<InternalRow> tellings = threads.walk().mapPartitions(ThreadFacts::tellings);
        Dataset<Row> kept = InternalRows.dataset(threads.spark(), tellings, Telling.ROWS.schema())
                .persist();
        return new ThreadFacts(List.of(kept), threads.plan(), threads.partitions());
    }

    private static Iterator<InternalRow> tellings(Iterator<ThreadChange> threads) {
        AtomicLong numbers = new AtomicLong();
        return Streams.of(threads)
                .flatMap(thread -> Stream.concat(
                        tellings(thread.changedFacts(), true, numbers.getAndIncrement()),
                        thread.unchangedFacts().stream()
                                .flatMap(facts -> tellings(facts, false, numbers.getAndIncrement()))))
                .map(telling -> Telling.ROWS.toInternalRow(telling))
                .iterator();
    }

    private static Stream<Telling> tellings(List<Stated<Fact>> facts, boolean differs, long number) {
        return facts.stream().map(fact -> new Telling(number, differs, fact));
    }

    /** These and those of other threads. */
    ThreadFacts with(ThreadFacts others) {
        List<Dataset<Row>> all = new ArrayList<>(kept);
        all.addAll(others.kept);
        return new ThreadFacts(all, plan, partitions);
    }

    ChangePlan plan() {
        return plan;
    }

    /** All facts. */
    KnownFacts known() {
        Column[] columns =
                StatedRows.FACTS.columnNames().stream().map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> facts = kept.stream()
                .map(part -> part.select(columns))
                .reduce(Dataset::unionAll)
                .orElseThrow();
        return new KnownFacts(facts, partitions);
    }

    /**
     * The facts of each conversation, those that are not the same as before in one list for their thread.
     *
     * @param differing source, thread and place of conversations that are to be taken for such as are not the same
     */
    JavaRDD<List<Telling>> conversations(KeySet differing) {
        Broadcast<KeySet> sent = differing.sent(kept.get(0).sparkSession());
        return kept.stream()
                .map(part -> InternalRows.of(
                                part.withColumn(DIFFERS, col(DIFFERS).or(KeySet.isOf(sent))))
                        .mapPartitions(
                                rows -> (Iterator<List<Telling>>) new Groups<>(rows, Telling::fromRow, (a, b) -> true)))
                .reduce(JavaRDD::union)
                .orElseThrow();
    }

    /** The conversations of which something else is told now, as {@link #conversations} takes them. */
    static KeySet toldAnew(Dataset<Row> findings) {
        return KeySet.of(
                findings.where(col("place").notEqual(Told.NO_PLACE))
                        .where(col(MessageChanges.STATE).notEqual(State.BOTH.ordinal())),
                CONVERSATION);
    }

    /** What changed about agents and queues. */
    ChangedOwners changedOwners() {
        long attentionCapMs = plan.attentionCapMs();
        Dataset<Row> changes = known().rows()
                .where(col(MessageChanges.STATE).notEqual(State.BOTH.ordinal()))
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
        return KeySet.of(known().of(Fact.Owner.CUSTOMER).select(col("owner_id").as("customer_id")), "customer_id");
    }

    /** Keeps them no longer. */
    @Override
    public void close() {
        kept.forEach(Dataset::unpersist);
    }
}
