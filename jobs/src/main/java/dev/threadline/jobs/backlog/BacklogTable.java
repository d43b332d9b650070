package dev.threadline.jobs.backlog;

import dev.threadline.ingestion.warehouse.Micros;
import dev.threadline.ingestion.warehouse.Table;
import org.apache.spark.sql.catalyst.InternalRow;

/** The table {@code backlog}. */
public final class BacklogTable {

    public static final Table<BacklogHour> TABLE = Table.<BacklogHour>named(
                    "backlog", "One row per hour, channel and team with anything open at that instant")
            .key("hour_at", "channel", "team")
            .prunedBy("hour_at")
            .instant("hour_at", "The instant, a full hour UTC", BacklogHour::hourAt)
            .string("channel", "Channel of the conversations", BacklogHour::channel)
            .string("team", "Team of the conversations", BacklogHour::team)
            .count("open", "Conversations open", BacklogHour::open)
            .count("awaiting_agent", "Of those, customers who wait for a reply", BacklogHour::awaitingAgent)
            .whole("oldest_wait_ms", "Longest of those waits so far, ms", BacklogHour::oldestWaitMs)
            .build();

    private BacklogTable() {}

    /** Reads a stored row whose columns begin at a place. */
    public static BacklogHour fromRow(InternalRow row, int first) {
        return new BacklogHour(
                Micros.toMillis(row.getLong(first)),
                row.getUTF8String(first + 1).toString(),
                row.isNullAt(first + 2) ? null : row.getUTF8String(first + 2).toString(),
                row.getInt(first + 3),
                row.getInt(first + 4),
                row.isNullAt(first + 5) ? null : Long.valueOf(row.getLong(first + 5)));
    }
}
