package dev.threadline.jobs.maintenance;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Takes the text out of old messages and rejects. What was derived from a text stays, so no number changes. */
final class TextRetentionJob {

    private final Warehouse warehouse;
    private final ShownVersions shown;

    TextRetentionJob(Warehouse warehouse, ShownVersions shown) {
        this.warehouse = warehouse;
        this.shown = shown;
    }

    /** Removes texts of messages sent, and records refused, before an instant; returns how many. */
    long run(Instant before) {
        return remove(MessagesTable.TABLE, MessagesTable.SENT_AT, MessagesTable.TEXT, before)
                + remove(
                        RejectedRecordsTable.TABLE, RejectedRecordsTable.REJECTED_AT, RejectedRecordsTable.RAW, before);
    }

    private long remove(Table<?> table, String instant, String text, Instant before) {
        if (!warehouse.has(table)) {
            return 0;
        }
        Column old = functions
                .col(instant)
                .lt(functions.lit(before))
                .and(functions.col(text).isNotNull());
        long versionBefore = warehouse.version(table);
        long count = warehouse.readAt(table, versionBefore).filter(old).count();
        if (count > 0) {
            DeltaTable.forPath(warehouse.spark(), warehouse.location(table))
                    .update(old, Map.of(text, functions.lit(null)));
            shown.moved(table, versionBefore, warehouse.version(table));
        }
        return count;
    }
}
