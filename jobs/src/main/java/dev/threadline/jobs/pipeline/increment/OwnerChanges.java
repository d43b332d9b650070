package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_millis;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.jobs.pipeline.Fact;
import dev.threadline.jobs.pipeline.Groups;
import dev.threadline.jobs.pipeline.PartitionResults;
import dev.threadline.jobs.pipeline.Shuffle;
import dev.threadline.jobs.pipeline.Streams;
import dev.threadline.jobs.pipeline.Threads;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Walks agents, customers and queues as they were and as they are: what they told and tell of threads goes back to these,
 * and how their tables change is written on the way.
 */
final class OwnerChanges {

    private static final int OWNER_COLUMNS = 2;

    private final SparkSession spark;
    private final NeededThreads threads;
    private final RowChanges.Folders folders;
    private final PartitionResults<ChangedTables> changed = new PartitionResults<>();

    OwnerChanges(SparkSession spark, NeededThreads threads, RowChanges.Folders folders) {
        this.spark = spark;
        this.threads = threads;
        this.folders = folders;
        spark.sparkContext().register(changed, "changed tables of owners");
    }

    /**
     * The findings, in the partitions of the threads they are about.
     *
     * @param otherMessages public messages of agents in other threads, whose attention ended there
     */
    JavaRDD<InternalRow> findings(Dataset<Row> otherMessages) {
        JavaRDD<InternalRow> facts = threads.walk()
                .flatMap(thread -> thread.facts().stream()
                        .map(fact -> StatedRows.FACTS.toInternalRow(fact))
                        .iterator());
        Dataset<Row> all =
                InternalRows.dataset(spark, facts, StatedRows.FACTS.schema()).unionAll(messageFacts(otherMessages));
        RowChanges.Folders sentFolders = folders;
        ChangePlan plan = threads.plan();
        PartitionResults<ChangedTables> results = changed;
        JavaRDD<InternalRow> findings = Shuffle.by(all, threads.partitions(), OWNER_COLUMNS)
                .mapPartitions(rows -> walk(rows, new OwnerRowChanges(sentFolders, plan), results));
        return Shuffle.by(
                InternalRows.dataset(spark, findings, StatedRows.FINDINGS.schema()),
                threads.partitions(),
                Threads.KEY_COLUMNS);
    }

    /** How the tables that owners fill change; known once the findings have been read. */
    ChangedTables changed() {
        return changed.value().stream().reduce(new ChangedTables(), ChangedTables::plus);
    }

    private static Iterator<InternalRow> walk(
            Iterator<InternalRow> rows, OwnerRowChanges tables, PartitionResults<ChangedTables> results) {
        TaskContext task = TaskContext.get();
        task.addTaskCompletionListener((TaskCompletionListener) ended -> tables.close());
        Stream<InternalRow> findings = Streams.of(new Groups<>(rows, StatedRows::fact, OwnerChanges::sameOwner))
                .peek(facts -> facts.sort(Comparator.comparing(Stated::value, Fact.ORDER)))
                .peek(tables::add)
                .flatMap(facts -> StatedFindings.of(facts).stream())
                .map(finding -> StatedRows.FINDINGS.toInternalRow(finding));
        // The end of the stream: by then every owner has been added.
        Stream<InternalRow> end = Stream.of(task.partitionId()).flatMap(partitionId -> {
            results.add(new PartitionResults.OfPartition<>(partitionId, tables.finish()));
            return Stream.empty();
        });
        return Stream.concat(findings, end).iterator();
    }

    private static boolean sameOwner(Stated<Fact> a, Stated<Fact> b) {
        return a.value().owner() == b.value().owner()
                && a.value().ownerId().equals(b.value().ownerId());
    }

    /** All that is needed of these messages is when they were sent. */
    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    private static Dataset<Row> messageFacts(Dataset<Row> messages) {
        return messages.select(
                lit(Fact.Owner.AGENT.ordinal()).as("owner"),
                col(MessagesTable.SENDER_ID).as("owner_id"),
                unix_millis(col(MessagesTable.SENT_AT)).as("at"),
                col(MessagesTable.SOURCE),
                col(MessagesTable.THREAD_ID),
                lit(StatedFindings.NO_PLACE).as("place"),
                lit(Fact.Type.MESSAGE.ordinal()).as("type"),
                unix_millis(col(MessagesTable.SENT_AT)).as("other"),
                lit(null).cast("string").as("label"),
                lit(false).as("by_customer"),
                lit(State.BOTH.ordinal()).as("state"));
    }
}
