package dev.threadline.jobs.pipeline.fact;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.conversation.Repeat;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * What the walk over an agent or a customer sends back to a thread.
 *
 * @param place in the thread: of a human message, or of a conversation's first activity
 * @param creditedFrom for a human message, when the attention credited to it starts; epoch milliseconds
 * @param repeat for a conversation, what is known of the customer's others
 */
public record Finding(
        String source,
        String threadId,
        int place,
        @Nullable Long creditedFrom,
        @Nullable Repeat repeat) {

    /** How a finding travels; it is no table of the warehouse. */
    public static final Table<Finding> ROWS = Table.<Finding>named("findings", "One row per finding")
            .string("source", "Source of the thread", Finding::source)
            .id("thread_id", "Thread", Finding::threadId)
            .count("place", "Place in the thread", Finding::place)
            .whole("credited_from", "Start of the credited attention", Finding::creditedFrom)
            .id(
                    "previous_conversation_id",
                    "The customer's conversation before",
                    f -> f.repeat == null ? null : f.repeat.previousConversationId())
            .whole(
                    "since_previous_ms",
                    "Time since that",
                    f -> f.repeat == null ? null : f.repeat.sinceEndOfPreviousMs())
            .flag("came_back", "The customer came back soon", f -> f.repeat == null ? null : f.repeat.cameBack())
            .build();

    public static boolean ofSameThread(Finding a, Finding b) {
        return a.threadId.equals(b.threadId) && a.source.equals(b.source);
    }

    public static Finding fromRow(InternalRow row) {
        return new Finding(
                row.getUTF8String(1).toString(),
                row.getUTF8String(2).toString(),
                row.getInt(3),
                row.isNullAt(4) ? null : Long.valueOf(row.getLong(4)),
                row.isNullAt(7)
                        ? null
                        : new Repeat(
                                row.isNullAt(5) ? null : row.getUTF8String(5).toString(),
                                row.isNullAt(6) ? null : Long.valueOf(row.getLong(6)),
                                row.getBoolean(7)));
    }
}
