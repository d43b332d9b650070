package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
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

    private static final UserDefinedFunction IS_ACKNOWLEDGEMENT =
            udf((UDF1<String, Boolean>) TextFlags::isAcknowledgement, DataTypes.BooleanType);

    private static final UserDefinedFunction ENDS_IN_QUESTION =
            udf((UDF1<String, Boolean>) TextFlags::endsInQuestion, DataTypes.BooleanType);

    private static final UserDefinedFunction SUPERSEDES = udf(
            (UDF2<Row, Row, Boolean>)
                    (arrived, stored) -> CopyRows.copy(arrived).supersedes(CopyRows.copy(stored)),
            DataTypes.BooleanType);

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
        LongAccumulator messages = warehouse.spark().sparkContext().longAccumulator();
        RecordsPerFile read = new RecordsPerFile();
        warehouse.spark().sparkContext().register(read);
        Dataset<Row> sorted = staged.good()
                .sortWithinPartitions(
                        StagedRecords.THREAD_HASH,
                        MessagesTable.SOURCE,
                        MessagesTable.THREAD_ID,
                        MessagesTable.MESSAGE_ID);
        Dataset<Row> merged = InternalRows.walk(sorted, new CopyWalk(staged.schema(), messages, read), staged.schema());
        Dataset<Row> arrived = columns(merged, runId, now);
        if (isEmpty()) {
            writer.append(MessagesTable.TABLE, arrived);
            return new Written(messages.value(), read.value());
        }
        return new Written(merge(arrived), read.value());
    }

    private boolean isEmpty() {
        return !warehouse.has(MessagesTable.TABLE)
                || warehouse.read(MessagesTable.TABLE).isEmpty();
    }

    private static Dataset<Row> columns(Dataset<Row> merged, String runId, Instant now) {
        Column text = col(MessagesTable.TEXT);
        Column isShort = length(text).leq(TextFlags.LONGEST_ACKNOWLEDGEMENT);
        Map<String, Column> derived = Map.of(
                MessagesTable.IS_ACKNOWLEDGEMENT_TEXT,
                when(isShort, IS_ACKNOWLEDGEMENT.apply(text)).when(text.isNotNull(), lit(false)),
                MessagesTable.ENDS_IN_QUESTION,
                when(text.isNotNull(), ENDS_IN_QUESTION.apply(text)),
                MessagesTable.TEXT_LENGTH,
                length(text),
                MessagesTable.INGESTED_AT,
                lit(now),
                MessagesTable.RUN_ID,
                lit(runId));
        return merged.select(MessagesTable.TABLE.columnNames().stream()
                .map(name -> derived.getOrDefault(name, col(name)).as(name))
                .toArray(Column[]::new));
    }

    private long merge(Dataset<Row> arrived) {
        Column isEarlier = arrived(MessagesTable.SENT_AT).lt(stored(MessagesTable.SENT_AT));
        Column supersedes = supersedes();
        Map<String, Column> update = new HashMap<>();
        for (String name : MessagesTable.TABLE.columnNames()) {
            update.put(name, when(supersedes, arrived(name)).otherwise(stored(name)));
        }
        update.put(MessagesTable.SENT_AT, least(arrived(MessagesTable.SENT_AT), stored(MessagesTable.SENT_AT)));
        Column sameMessage = Arrays.stream(
                        new String[] {MessagesTable.SOURCE, MessagesTable.THREAD_ID, MessagesTable.MESSAGE_ID})
                .map(key -> arrived(key).equalTo(stored(key)))
                .reduce(Column::and)
                .orElseThrow();
        Row affected = DeltaTable.forPath(warehouse.spark(), warehouse.location(MessagesTable.TABLE))
                .as("stored")
                .merge(arrived.as("arrived"), sameMessage)
                .whenMatched(isEarlier.or(supersedes))
                .update(update)
                .whenNotMatched()
                .insertAll()
                .execute()
                .first();
        return affected.getAs("num_inserted_rows");
    }

    /** Whether the arrived copy's fields replace the stored one's; records are compared only where revisions are equal. */
    private static Column supersedes() {
        Column arrivedAt = arrived(MessagesTable.REVISED_AT);
        Column storedAt = stored(MessagesTable.REVISED_AT);
        return when(arrivedAt.gt(storedAt).or(arrivedAt.isNotNull().and(storedAt.isNull())), lit(true))
                .when(arrivedAt.eqNullSafe(storedAt), SUPERSEDES.apply(record("arrived"), record("stored")))
                .otherwise(lit(false));
    }

    private static Column record(String side) {
        return struct(
                CopyRows.COLUMNS.stream().map(name -> col(side + "." + name)).toArray(Column[]::new));
    }

    private static Column arrived(String column) {
        return col("arrived." + column);
    }

    private static Column stored(String column) {
        return col("stored." + column);
    }
}
