package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;

/** Puts good records into {@code messages}: copies of one message, of this run and of earlier ones, become one row. */
public final class MessageWriter {

    /**
     * What was written.
     *
     * @param messages number of messages that were not there before
     * @param recordsPerFile good records of each file, copies among them
     */
    public record Written(long messages, Map<String, Long> recordsPerFile) {

        /** All good records. */
        public long records() {
            return recordsPerFile.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Hashes of so many keys fit into every executor's memory; with more it is the table that is shuffled. */
    private static final long MOST_BROADCAST_KEYS = 2_000_000;

    private static final UserDefinedFunction IS_ACKNOWLEDGEMENT =
            udf((UDF1<String, Boolean>) TextFlags::isAcknowledgement, DataTypes.BooleanType);

    private static final UserDefinedFunction ENDS_IN_QUESTION =
            udf((UDF1<String, Boolean>) TextFlags::endsInQuestion, DataTypes.BooleanType);

    private static final String ARRIVED_KEY = "arrived_key";

    private final Warehouse warehouse;
    private final TableWriter writer;

    public MessageWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.writer = new TableWriter(warehouse);
    }

    /**
     * Writes the good ones of {@code staged} in one transaction; doing it again changes nothing.
     *
     * @param now when the run began
     */
    public Written write(StagedRecords staged, String runId, Instant now) {
        SparkSession spark = warehouse.spark();
        LongAccumulator newMessages = spark.sparkContext().longAccumulator();
        RecordsPerFile perFile = new RecordsPerFile();
        spark.sparkContext().register(perFile);
        Dataset<Row> arrived = staged.good()
                .withColumn(MessagesTable.INGESTED_AT, lit(now))
                .withColumn(MessagesTable.RUN_ID, lit(runId))
                .withColumn(CopyWalk.IS_STORED, lit(false));
        boolean first = isEmpty();
        Dataset<Row> copies = first ? arrived : staged.besideStored(arrived, storedCopies(arrived, staged.records()));
        Dataset<Row> sorted = copies.sortWithinPartitions(StagedRecords.SORT_KEY);
        CopyWalk walk = new CopyWalk(sorted.schema(), newMessages, perFile);
        Dataset<Row> changes = InternalRows.walk(sorted, walk, sorted.schema());
        if (first) {
            writer.append(MessagesTable.TABLE, columns(changes));
        } else {
            change(changes);
        }
        return new Written(newMessages.value(), perFile.value());
    }

    private boolean isEmpty() {
        return !warehouse.has(MessagesTable.TABLE)
                || warehouse.read(MessagesTable.TABLE).isEmpty();
    }

    /** The table's rows for the messages that arrived, and perhaps a few others with the same sort key. */
    private Dataset<Row> storedCopies(Dataset<Row> arrived, long records) {
        Dataset<Row> keys = arrived.select(col(StagedRecords.SORT_KEY).as(ARRIVED_KEY));
        Dataset<Row> stored = warehouse
                .read(MessagesTable.TABLE)
                .withColumn(StagedRecords.SORT_KEY, StagedRecords.sortKey())
                .withColumn(CopyWalk.IS_STORED, lit(true));
        return stored.join(
                records <= MOST_BROADCAST_KEYS ? broadcast(keys) : keys,
                col(StagedRecords.SORT_KEY).equalTo(col(ARRIVED_KEY)),
                "left_semi");
    }

    /** New messages are appended; only where stored ones change are their files written again. */
    private void change(Dataset<Row> changes) {
        Dataset<Row> kept = changes.persist();
        try {
            if (kept.filter(CopyWalk.IS_STORED).isEmpty()) {
                writer.append(MessagesTable.TABLE, columns(kept));
            } else {
                merge(columns(kept));
            }
        } finally {
            kept.unpersist();
        }
    }

    private void merge(Dataset<Row> changes) {
        Column sameMessage = MessagesTable.TABLE.key().stream()
                .map(key -> col("changed." + key).equalTo(col("stored." + key)))
                .reduce(Column::and)
                .orElseThrow();
        DeltaTable.forPath(warehouse.spark(), warehouse.location(MessagesTable.TABLE))
                .as("stored")
                .merge(changes.as("changed"), sameMessage)
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    private static Dataset<Row> columns(Dataset<Row> merged) {
        Column text = col(MessagesTable.TEXT);
        Column isShort = length(text).leq(TextFlags.LONGEST_ACKNOWLEDGEMENT);
        Map<String, Column> flags = Map.of(
                MessagesTable.IS_ACKNOWLEDGEMENT_TEXT,
                when(isShort, IS_ACKNOWLEDGEMENT.apply(text)).when(text.isNotNull(), lit(false)),
                MessagesTable.ENDS_IN_QUESTION,
                when(text.isNotNull(), ENDS_IN_QUESTION.apply(text)),
                MessagesTable.TEXT_LENGTH,
                length(text));
        return merged.select(MessagesTable.TABLE.columnNames().stream()
                .map(name -> flags.getOrDefault(name, col(name)).as(name))
                .toArray(Column[]::new));
    }
}
