package dev.threadline.jobs.publication;

import dev.threadline.ingestion.warehouse.Table;

/**
 * A conversation whose id changed because of late data: one row of {@code conversation_restatements}.
 *
 * @param change {@code extended}, {@code merged} or {@code split}
 * @param restatedAt epoch milliseconds
 */
public record Restatement(
        String oldConversationId,
        String newConversationId,
        String change,
        String source,
        String threadId,
        String runId,
        long restatedAt) {

    /** The table {@code conversation_restatements}: history. */
    public static final Table<Restatement> TABLE = Table.<Restatement>named(
                    "conversation_restatements", "One row per conversation id that late data changed")
            .key("old_conversation_id", "new_conversation_id", "run_id")
            .id("old_conversation_id", "The id as published before", Restatement::oldConversationId)
            .id("new_conversation_id", "The conversation it became", Restatement::newConversationId)
            .string("change", "extended, merged or split", Restatement::change)
            .string("source", "System the thread comes from", Restatement::source)
            .id("thread_id", "Thread of the conversation", Restatement::threadId)
            .string("run_id", "Run that restated it", Restatement::runId)
            .instant("restated_at", "When", Restatement::restatedAt)
            .build();
}
