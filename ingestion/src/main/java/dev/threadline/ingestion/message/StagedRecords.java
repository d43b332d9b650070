package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.warehouse.Erasures;
import dev.threadline.ingestion.warehouse.InternalRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.adaptive.ShuffleQueryStageExec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.math.BigInt;
import scala.runtime.AbstractFunction1;

/**
 * Validated records after their one shuffle: those of a thread lie in one partition, the refused ones in the last. Files
 * are read and parsed once however often these are looked at.
 */
public final class StagedRecords {

    /** A thread's hash above, a message's below: brings copies together, and threads, at the price of sorting numbers. */
    static final String SORT_KEY = "sort_key";

    private static final int THREAD_BITS = 32;

    /** About this much JSON to a partition keeps sorting in memory and makes files of a good size. */
    private static final long BYTES_PER_PARTITION = 96L << 20;

    private static final int MOST_PARTITIONS_OF_SMALL = 5;

    private final Dataset<Row> records;
    private final JavaRDD<InternalRow> rows;
    private final int partitions;
    private final Erasures seen;

    private StagedRecords(Dataset<Row> records, int partitions, Erasures seen) {
        this.records = records;
        this.rows = InternalRows.of(records);
        this.partitions = partitions;
        this.seen = seen;
    }

    /**
     * Shuffles records.
     *
     * @param validated from {@link MessageRecords#validated}, without those of forgotten customers
     * @param seen the erasures that were known when it was found who is forgotten
     * @param textBytes about how large they are
     */
    public static StagedRecords stage(Dataset<Row> validated, Erasures seen, long textBytes) {
        int partitions = Math.toIntExact(1 + textBytes / BYTES_PER_PARTITION);
        List<Column> columns = new ArrayList<>();
        columns.add(sortKey().as(SORT_KEY));
        MessageRecords.FIELDS.forEach(field -> columns.add(col(field)));
        columns.add(col(MessagesTable.SENT_AT).as(MessagesTable.REVISION_SENT_AT));
        columns.add(col(RecordColumns.FILE).as(MessagesTable.FILE));
        columns.add(ifRefused(col(RecordColumns.LINE)).as(RejectedRecordsTable.LINE));
        columns.add(ifRefused(col(RecordColumns.RAW)).as(RejectedRecordsTable.RAW));
        columns.add(col(MessageRecords.REASON));
        columns.add(lit(false).as(CopyWalk.IS_STORED));
        Column place =
                when(col(MessageRecords.REASON).isNotNull(), lit(partitions)).otherwise(place(partitions));
        Dataset<Row> shuffled = validated.select(columns.toArray(Column[]::new)).repartitionById(partitions + 1, place);
        return new StagedRecords(shuffled, partitions, seen);
    }

    /** The good records: those of a thread in one partition, copies still apart. */
    Dataset<Row> good() {
        return InternalRows.dataset(records.sparkSession(), prune(0, partitions), schema());
    }

    /** The refused records with their reasons. */
    Dataset<Row> refused() {
        return InternalRows.dataset(records.sparkSession(), refusedRows(), schema());
    }

    /** The rows of {@link #refused}. */
    JavaRDD<InternalRow> refusedRows() {
        return prune(partitions, partitions + 1);
    }

    /** The erasures that were known when it was found which of them are of forgotten customers. */
    Erasures seen() {
        return seen;
    }

    StructType schema() {
        return records.schema();
    }

    /**
     * Puts the stored copies of messages into the partitions in which the arrived ones lie.
     *
     * @param arrived made from {@link #good}, partitioned as that is
     * @param stored must have the columns of {@code arrived}
     */
    Dataset<Row> besideStored(Dataset<Row> arrived, Dataset<Row> stored) {
        Column[] columns = Arrays.stream(arrived.columns())
                .map(name -> Arrays.asList(stored.columns()).contains(name)
                        ? col(name)
                        : lit(null)
                                .cast(arrived.schema().apply(name).dataType())
                                .as(name))
                .toArray(Column[]::new);
        Dataset<Row> placed = stored.select(columns).repartitionById(partitions, place(partitions));
        JavaRDD<InternalRow> together = InternalRows.of(arrived)
                .zipPartitions(
                        InternalRows.of(placed),
                        (ours, theirs) -> CollectionConverters.asJava(
                                CollectionConverters.asScala(ours).concat(() -> CollectionConverters.asScala(theirs))));
        return InternalRows.dataset(records.sparkSession(), together, arrived.schema());
    }

    /** The number that copies of a message share; other messages rarely have the same. */
    static Column sortKey() {
        Column thread = xxhash64(col(MessagesTable.SOURCE), col(MessagesTable.THREAD_ID));
        Column message = xxhash64(col(MessagesTable.MESSAGE_ID));
        return shiftleft(thread, Long.SIZE - THREAD_BITS).bitwiseOR(shiftrightunsigned(message, THREAD_BITS));
    }

    /** Whether the keys of all records fit into every executor's memory. */
    boolean isSmall() {
        return partitions <= MOST_PARTITIONS_OF_SMALL;
    }

    /** The number of all records, as the shuffle counted them. */
    public long records() {
        return shuffledRows(((org.apache.spark.sql.classic.Dataset<Row>) records)
                        .queryExecution()
                        .executedPlan())
                .orElseGet(rows::count);
    }

    private static Optional<Long> shuffledRows(SparkPlan plan) {
        if (plan instanceof AdaptiveSparkPlanExec adaptive) {
            return shuffledRows(adaptive.executedPlan());
        }
        if (plan instanceof ShuffleQueryStageExec stage) {
            Option<BigInt> rows = stage.getRuntimeStatistics().rowCount();
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get().longValue());
        }
        if (plan instanceof QueryStageExec stage) {
            return shuffledRows(stage.plan());
        }
        return plan.children().isEmpty()
                ? Optional.empty()
                : shuffledRows(plan.children().head());
    }

    private JavaRDD<InternalRow> prune(int startInclusive, int endExclusive) {
        return PartitionPruningRDD.create(rows.rdd(), new Range(startInclusive, endExclusive))
                .toJavaRDD();
    }

    private static Column place(int partitions) {
        Column thread = shiftrightunsigned(col(SORT_KEY), Long.SIZE - THREAD_BITS);
        return pmod(thread, lit(partitions)).cast(DataTypes.IntegerType);
    }

    private static Column ifRefused(Column value) {
        return when(col(MessageRecords.REASON).isNotNull(), value);
    }

    private static final class Range extends AbstractFunction1<Object, Object> implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        private final int startInclusive;
        private final int endExclusive;

        Range(int startInclusive, int endExclusive) {
            this.startInclusive = startInclusive;
            this.endExclusive = endExclusive;
        }

        @Override
        public Object apply(Object partition) {
            return (int) partition >= startInclusive && (int) partition < endExclusive;
        }
    }
}
