package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.threadline.ingestion.text.Cues;
import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

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

    /** So many rows fit into every executor's memory; with more it is the table that is shuffled. */
    private static final long MOST_BROADCAST_ROWS = 200_000;

    private static final UserDefinedFunction IS_ACKNOWLEDGEMENT =
            udf((UDF1<String, Boolean>) TextFlags::isAcknowledgement, DataTypes.BooleanType);

    private static final UserDefinedFunction ENDS_IN_QUESTION =
            udf((UDF1<String, Boolean>) TextFlags::endsInQuestion, DataTypes.BooleanType);

    private static final UserDefinedFunction CUES = udf((UDF1<String, Integer>) Cues::of, DataTypes.IntegerType);

    private static final String ARRIVED_KEY = "arrived_key";

    private final Warehouse warehouse;
    private final TableWriter writer;

    public MessageWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.writer = new TableWriter(warehouse);
    }

    /**
     * Writes the good ones of {@code staged}: new messages by one append, changed ones, if any, by one merge. Doing it
     * again, or again after only the first, comes to the same table. Of two runs at once the second fails: it did not see
     * what the first one brought, and would bring it again.
     *
     * @param now when the run began
     */
    public Written write(StagedRecords staged, String runId, Instant now) {
        addMissingCues();
        writer.create(MessagesTable.TABLE);
        long before = warehouse.version(MessagesTable.TABLE);
        Dataset<Row> arrived = staged.good()
                .withColumn(MessagesTable.INGESTED_AT, lit(now))
                .withColumn(MessagesTable.RUN_ID, lit(runId))
                .withColumn(CopyWalk.IS_STORED, lit(false));
        Dataset<Row> copies = warehouse.isEmpty(MessagesTable.TABLE)
                ? arrived
                : staged.besideStored(arrived, storedCopies(before, arrived, staged.isSmall()));
        Dataset<Row> sorted = copies.sortWithinPartitions(StagedRecords.SORT_KEY);
        CopyCounts counts = newCounts();
        writer.appendAsOf(
                before, MessagesTable.TABLE, columns(changes(sorted, counts).filter(not(col(CopyWalk.IS_STORED)))));
        long changed = counts.changedMessages().value();
        if (changed > 0) {
            merge(columns(changes(sorted, newCounts()).filter(col(CopyWalk.IS_STORED))), changed);
        }
        return new Written(counts.newMessages().value(), counts.arrived().value());
    }

    /** Messages of a version that knew no cues get theirs; each is written again, once. */
    private void addMissingCues() {
        if (!warehouse.has(MessagesTable.TABLE)
                || Arrays.asList(warehouse.read(MessagesTable.TABLE).columns()).contains(MessagesTable.CUES)) {
            return;
        }
        StructField cues = MessagesTable.TABLE.schema().apply(MessagesTable.CUES);
        warehouse
                .spark()
                .sql("ALTER TABLE delta.`" + warehouse.location(MessagesTable.TABLE) + "` ADD COLUMNS (" + cues.toDDL()
                        + ")");
        DeltaTable.forPath(warehouse.spark(), warehouse.location(MessagesTable.TABLE))
                .update(
                        col(MessagesTable.TEXT).isNotNull(),
                        Map.of(MessagesTable.CUES, CUES.apply(col(MessagesTable.TEXT))));
    }

    private CopyCounts newCounts() {
        return CopyCounts.start(warehouse.spark().sparkContext());
    }

    private static Dataset<Row> changes(Dataset<Row> sorted, CopyCounts counts) {
        return InternalRows.walk(sorted, new CopyWalk(sorted.schema(), counts), sorted.schema());
    }

    /** The table's rows for the messages that arrived, and perhaps a few others with the same sort key. */
    private Dataset<Row> storedCopies(long version, Dataset<Row> arrived, boolean isFew) {
        Dataset<Row> keys = arrived.select(col(StagedRecords.SORT_KEY).as(ARRIVED_KEY));
        Dataset<Row> stored = warehouse
                .readAt(MessagesTable.TABLE, version)
                .withColumn(StagedRecords.SORT_KEY, StagedRecords.sortKey())
                .withColumn(CopyWalk.IS_STORED, lit(true));
        return stored.join(
                isFew ? broadcast(keys) : keys, col(StagedRecords.SORT_KEY).equalTo(col(ARRIVED_KEY)), "left_semi");
    }

    /** Writes the files again that hold the changed messages, and no others. */
    private void merge(Dataset<Row> changes, long changed) {
        Column sameMessage = MessagesTable.TABLE.key().stream()
                .map(key -> col("changed." + key).equalTo(col("stored." + key)))
                .reduce(Column::and)
                .orElseThrow();
        Dataset<Row> rows = changed <= MOST_BROADCAST_ROWS ? broadcast(changes) : changes;
        DeltaTable.forPath(warehouse.spark(), warehouse.location(MessagesTable.TABLE))
                .as("stored")
                .merge(rows.as("changed"), sameMessage)
                .whenMatched()
                .updateAll()
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
                length(text),
                MessagesTable.CUES,
                when(text.isNotNull(), CUES.apply(text)));
        return merged.select(MessagesTable.TABLE.columnNames().stream()
                .map(name -> flags.getOrDefault(name, col(name)).as(name))
                .toArray(Column[]::new));
    }
}
