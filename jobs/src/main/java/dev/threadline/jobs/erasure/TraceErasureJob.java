package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.erasure.Mentions;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.publication.Restatement;
import io.delta.tables.DeltaTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Takes forgotten customers out of what is not built from messages: refused records, and ids that conversations had. */
final class TraceErasureJob {

    /** Where they are taken out of. */
    static final List<Table<?>> TABLES = List.of(RejectedRecordsTable.TABLE, Restatement.TABLE);

    private final Warehouse warehouse;

    TraceErasureJob(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Removes the raw form of refused records that name one of them; returns how many there were. */
    long rejects(Forgotten forgotten) {
        Set<String> names = new HashSet<>(forgotten.names());
        Column mentions = functions
                .udf((UDF1<String, Boolean>) raw -> Mentions.any(raw, names::contains), DataTypes.BooleanType)
                .apply(functions.col(RejectedRecordsTable.RAW));
        Column ofThem = functions
                .col(RejectedRecordsTable.RAW)
                .isNotNull()
                .and(functions.coalesce(mentions, functions.lit(false)));
        return change(
                RejectedRecordsTable.TABLE,
                ofThem,
                table -> table.update(
                        ofThem,
                        Map.of(
                                RejectedRecordsTable.RAW, functions.lit(null),
                                RejectedRecordsTable.LINE, functions.lit(null))));
    }

    /** Removes the ids that their conversations had; returns how many such aliases there were. */
    long restatements(Pseudonyms pseudonyms) {
        Map<String, String> tokens = new HashMap<>();
        pseudonyms.threads().forEach(thread -> tokens.put(thread.source() + '\0' + thread.threadId(), thread.token()));
        Column token = functions
                .udf(
                        (UDF2<String, String, String>) (source, thread) -> tokens.get(source + '\0' + thread),
                        DataTypes.StringType)
                .apply(functions.col("source"), functions.col("thread_id"));
        return change(
                Restatement.TABLE,
                token.isNotNull(),
                table -> table.update(
                        token.isNotNull(),
                        Map.of(
                                "thread_id", token,
                                "old_conversation_id", functions.lit(null),
                                "new_conversation_id", functions.lit(null))));
    }

    private long change(Table<?> table, Column rows, Consumer<DeltaTable> change) {
        if (!warehouse.has(table)) {
            return 0;
        }
        long count = warehouse.read(table).filter(rows).count();
        if (count > 0) {
            change.accept(DeltaTable.forPath(warehouse.spark(), warehouse.location(table)));
        }
        return count;
    }
}
