package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.erasure.Mentions;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.publication.Restatement;
import io.delta.tables.DeltaTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Takes forgotten customers out of what is not built from messages: refused records, and ids that conversations had. */
final class TraceErasureJob {

    /** Where they are taken out of. */
    static final List<Table<?>> TABLES = List.of(RejectedRecordsTable.TABLE, Restatement.TABLE);

    /** What names a conversation or its thread in {@code conversation_restatements}. */
    private static final List<String> ALIAS_IDS = List.of("old_conversation_id", "new_conversation_id", "thread_id");

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

    /** Removes the ids from the aliases of their conversations; returns how many there were. */
    long restatements(Forgotten forgotten) {
        Set<String> threads = forgotten.threads().stream()
                .map(thread -> thread.source() + '\0' + thread.threadId())
                .collect(Collectors.toCollection(HashSet::new));
        Column ofThem = functions
                .udf(
                        (UDF2<String, String, Boolean>) (source, thread) -> threads.contains(source + '\0' + thread),
                        DataTypes.BooleanType)
                .apply(functions.col("source"), functions.col("thread_id"));
        return change(
                Restatement.TABLE,
                ofThem,
                table -> table.update(
                        ofThem, ALIAS_IDS.stream().collect(Collectors.toMap(id -> id, id -> functions.lit(null)))));
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
