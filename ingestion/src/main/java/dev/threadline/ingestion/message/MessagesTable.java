package dev.threadline.ingestion.message;

import dev.threadline.ingestion.warehouse.Table;

public final class MessagesTable {
    public static final Table<Object> TABLE = Table.<Object>named("messages", "One row per message")
            .key("source", "thread_id", "message_id")
            .string("source", "", o -> null)
            .string("thread_id", "", o -> null)
            .string("message_id", "", o -> null)
            .instant("sent_at", "", o -> null)
            .string("sender_role", "", o -> null)
            .string("sender_id", "", o -> null)
            .string("kind", "", o -> null)
            .string("event", "", o -> null)
            .string("assignee_id", "", o -> null)
            .string("channel", "", o -> null)
            .string("team", "", o -> null)
            .string("customer_id", "", o -> null)
            .string("text", "", o -> null)
            .whole("sequence", "", o -> null)
            .instant("revised_at", "", o -> null)
            .flag("is_acknowledgement_text", "", o -> null)
            .flag("ends_in_question", "", o -> null)
            .build();

    private MessagesTable() {}
}
