package dev.threadline.jobs.walk;

import dev.threadline.ingestion.warehouse.Table;

/** The table {@code conversation_messages}. */
public final class ConversationMessagesTable {

    public static final Table<PlacedRecord> TABLE = Table.<PlacedRecord>named(
                    "conversation_messages", "One row per accepted record, with the conversation it belongs to")
            .key("source", "thread_id", "message_id")
            .prunedBy("sent_at")
            .string("source", "System the thread comes from", r -> r.message().source())
            .id("thread_id", "Thread it was sent in", r -> r.message().threadId())
            .id("message_id", "The record", r -> r.message().messageId())
            .id("conversation_id", "Its conversation; NULL where it belongs to none", PlacedRecord::conversationId)
            .count("place", "Place in the thread's order, from 1", PlacedRecord::place)
            .instant("sent_at", "When it was sent", r -> r.message().sentAt())
            .string(
                    "sender_role",
                    "customer, agent, bot or system",
                    r -> r.message().role().code())
            .string("sender_id", "Who sent it", r -> r.message().senderId())
            .string(
                    "kind",
                    "message, note, auto, campaign or event",
                    r -> r.message().kind().code())
            .string(
                    "event",
                    "What happened, for an event",
                    r -> r.message().event() == null
                            ? null
                            : r.message().event().code())
            .count("turn", "Customer turn that it is part of", PlacedRecord::turn)
            .count("spell", "Spell it lies in; NULL while the conversation was closed", PlacedRecord::spell)
            .build();

    private ConversationMessagesTable() {}
}
