package dev.threadline.jobs.stint;

import dev.threadline.ingestion.warehouse.Table;

/** The table {@code stints}. */
public final class StintsTable {

    public static final Table<StintRow> TABLE = Table.<StintRow>named(
                    "stints", "One row per stint, one human's ownership inside one conversation")
            .key("source", "thread_id", "conversation_id", "stint")
            .prunedBy("started_at")
            .unsettledWhile("end_reason", "open")
            .string("source", "System the thread comes from", StintRow::source)
            .id("thread_id", "Thread of the conversation", StintRow::threadId)
            .id("conversation_id", "Conversation it is part of", StintRow::conversationId)
            .string("agent_id", "Who owned it", r -> r.stint().agentId())
            .count(
                    "stint",
                    "Number within the conversation, from 1",
                    r -> r.stint().number())
            .string("channel", "Channel of the conversation", StintRow::channel)
            .string("team", "Team of the conversation", StintRow::team)
            .instant(
                    "started_at",
                    "Start, not before the conversation's",
                    r -> r.stint().span().startInclusive())
            .instant(
                    "ended_at",
                    "End, not after the conversation's; as-of while it is open",
                    r -> r.stint().span().endExclusive())
            .string(
                    "start_reason",
                    "assigned, takeover or reopened",
                    r -> r.stint().startReason().code())
            .string(
                    "end_reason",
                    "transferred, queued, closed, ended or open",
                    r -> r.stint().endReason().code())
            .count(
                    "messages",
                    "Public messages of the agent in it",
                    r -> r.stint().messages())
            .elapsed("handle", "Attention in it, inferred from when the agent wrote", StintRow::handle)
            .elapsed("engaged", "Live to and fro in it", StintRow::engaged)
            .elapsed("assigned", "Length", StintRow::assigned)
            .build();

    private StintsTable() {}
}
