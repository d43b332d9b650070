package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

    private static final String ARRIVED_KEY = "arrived_key";

    private final Warehouse warehouse;

    public MessageWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Writes the good ones of {@code staged}: new messages by one append, changed ones, if any, by one merge. Doing it
     * again, or again after only the first, comes to the same table. Of two runs at once the second fails: it did not see
     * what the first one brought, and would bring it again. It fails as well if a customer is forgotten meanwhile, whose
     * messages these may be; a merge brings nobody back, as it finds no message that it could change any more.
     *
     * @param now when the run began
     */
    public Written write(StagedRecords staged, String runId, Instant now) {
        new StoredTexts(warehouse).readAgainIfReadOtherwise(staged.seen());
        long before = warehouse.versionIfAny(MessagesTable.TABLE);
        Dataset<Row> copies =
                warehouse.isEmpty(MessagesTable.TABLE) ? staged.good() : besideStored(staged, before, runId, now);
        Dataset<Row> sorted = copies.sortWithinPartitions(StagedRecords.SORT_KEY);
        NewMessages messages = new NewMessages(sorted.schema(), warehouse.dataFiles(), runId, now);
        WrittenMessages written = messages.write(sorted);
        if (!written.files().isEmpty() || before == Warehouse.NO_VERSION) {
            new TableWriter(warehouse, staged.seen()).appendFilesAsOf(before, MessagesTable.TABLE, written.files());
        }
        if (written.changed() > 0) {
            merge(messages.changed(sorted), written.changed());
        }
        return new Written(written.messages(), written.recordsPerFile());
    }

    private Dataset<Row> besideStored(StagedRecords staged, long version, String runId, Instant now) {
        Dataset<Row> arrived = staged.good()
                .withColumn(MessagesTable.INGESTED_AT, lit(now))
                .withColumn(MessagesTable.RUN_ID, lit(runId));
        for (String told : MessageRows.TOLD) {
            arrived = arrived.withColumn(MessageRows.kept(told), lit(null).cast(MessageRows.type(told)));
        }
        return staged.besideStored(arrived, storedCopies(version, arrived, staged.isSmall()));
    }

    /** The table's rows for the messages that arrived, and perhaps a few others with the same sort key. */
    private Dataset<Row> storedCopies(long version, Dataset<Row> arrived, boolean isFew) {
        Dataset<Row> keys = arrived.select(col(StagedRecords.SORT_KEY).as(ARRIVED_KEY));
        Dataset<Row> stored = warehouse
                .readAt(MessagesTable.TABLE, version)
                .withColumn(StagedRecords.SORT_KEY, StagedRecords.sortKey())
                .withColumn(CopyWalk.IS_STORED, lit(true));
        for (String told : MessageRows.TOLD) {
            stored = stored.withColumn(MessageRows.kept(told), col(told));
        }
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
}
