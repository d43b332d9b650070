package dev.threadline.ingestion.erasure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.when;

import dev.threadline.ingestion.message.MessageRecords;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectReasons;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.warehouse.Erasures;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Refuses records of forgotten customers, before anything of them is written. */
public final class ErasedRecords {

    /** The reason code of such a record; its raw form is not kept, and it does not count against {@code max-rejects}. */
    public static final String ERASED = RejectReasons.ERASED;

    private static final String IS_ERASED = "is_erased";

    private final Erasures seen;
    private final Optional<ErasedIds> erased;

    private ErasedRecords(Erasures seen, Optional<ErasedIds> erased) {
        this.seen = seen;
        this.erased = erased;
    }

    /** By the list of those who are forgotten by now. */
    public static ErasedRecords of(Warehouse warehouse) {
        Erasures seen = Erasures.announcedOf(warehouse, MessagesTable.TABLE, RejectedRecordsTable.TABLE);
        return new ErasedRecords(seen, ErasedIds.of(warehouse));
    }

    /** What the list is known to hold: with another erasure what is made of the records must not be written. */
    public Erasures seen() {
        return seen;
    }

    /** The records, those of forgotten customers with that reason and without what they said. */
    public Dataset<Row> refuse(Dataset<Row> validated) {
        return erased.map(ids -> refuse(validated, ids)).orElse(validated);
    }

    private static Dataset<Row> refuse(Dataset<Row> validated, ErasedIds erased) {
        Column rawIfRefused = when(col(MessageRecords.REASON).isNotNull(), col(RecordColumns.RAW));
        Column isErased = udf(
                        (UDF5<String, String, String, Long, String, Boolean>) (source, thread, customer, sentAt, raw) ->
                                isErased(erased, source, thread, customer, sentAt, raw),
                        DataTypes.BooleanType)
                .apply(
                        col(MessagesTable.SOURCE),
                        col(MessagesTable.THREAD_ID),
                        col(MessagesTable.CUSTOMER_ID),
                        unix_millis(col(MessagesTable.SENT_AT)),
                        rawIfRefused);
        return validated
                .withColumn(IS_ERASED, isErased)
                .withColumn(
                        MessageRecords.REASON, when(col(IS_ERASED), lit(ERASED)).otherwise(col(MessageRecords.REASON)))
                .withColumn(RecordColumns.RAW, when(not(col(IS_ERASED)), col(RecordColumns.RAW)))
                .withColumn(RecordColumns.LINE, when(not(col(IS_ERASED)), col(RecordColumns.LINE)))
                .drop(IS_ERASED);
    }

    /** One that was sent after its customer was forgotten is of somebody who wrote anew. */
    static boolean isErased(
            ErasedIds erased,
            String source,
            @Nullable String thread,
            @Nullable String customer,
            @Nullable Long sentAt,
            @Nullable String raw) {
        return isUntil(sentAt, customer == null ? Optional.empty() : erased.customer(source, customer))
                || isUntil(sentAt, thread == null ? Optional.empty() : erased.thread(source, thread))
                || (raw != null
                        && Mentions.any(
                                raw,
                                id -> isUntil(sentAt, erased.customer(source, id))
                                        || isUntil(sentAt, erased.thread(source, id))));
    }

    private static boolean isUntil(@Nullable Long sentAt, Optional<Long> erasedAt) {
        return erasedAt.isPresent() && (sentAt == null || sentAt <= erasedAt.get());
    }
}
