package dev.threadline.jobs.conversation;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.rhythm.Mode;

/** The table {@code conversations}. */
public final class ConversationsTable {

    public static final Table<Conversation> TABLE = Table.<Conversation>named(
                    "conversations", "One row per conversation")
            .key("source", "thread_id", "conversation_id")
            .prunedBy("started_at")
            .unsettledWhile("end_reason", "open")
            .string("source", "System the thread comes from", c -> c.key().source())
            .id(
                    "thread_id",
                    "The never-ending exchange it is a piece of",
                    c -> c.key().threadId())
            .id(
                    "conversation_id",
                    "Function of source, thread and first activity",
                    c -> c.key().conversationId())
            .string("channel", "Channel of its first activity", Conversation::channel)
            .string("team", "First team named in it", Conversation::team)
            .id("customer_id", "Who it is with", Conversation::customerId)
            .instant(
                    "started_at",
                    "First public message, or the campaign it answers",
                    c -> c.lifecycle().startedAt())
            .instant("ended_at", "Last public message", c -> c.lifecycle().endedAt())
            .instant(
                    "closed_at",
                    "Last close with no reopening after it",
                    c -> c.lifecycle().closedAt())
            .instant("resolved_at", "End of resolution_ms", Conversation::resolvedAt)
            .instant(
                    "first_response_at",
                    "First public human message to the first turn",
                    c -> c.responses().at())
            .string(
                    "end_reason",
                    "Why it ended: closed, silence, model, or open",
                    c -> c.lifecycle().endReason().code())
            .fraction(
                    "end_confidence",
                    "Probability that the end is real: 1 if explicit, NULL for a bare timer",
                    c -> c.lifecycle().endConfidence())
            .string(
                    "end_explanation",
                    "Why it ended or is open, in words",
                    c -> c.lifecycle().endExplanation())
            .flag(
                    "provisional",
                    "Later records could still change it",
                    c -> c.lifecycle().provisional())
            .string(
                    "outcome",
                    "open, merged, outreach, unanswered, resolved, abandoned_in_bot or bot_contained",
                    c -> c.outcome().code())
            .string(
                    "initiated_by",
                    "campaign, or the role of the first public message",
                    c -> c.lifecycle().initiatedBy())
            .flag(
                    "out_of_hours",
                    "Arrived outside open hours",
                    c -> c.lifecycle().outOfHours())
            .count("messages", "Public messages", c -> c.counts().messages())
            .count(
                    "customer_messages",
                    "Public messages of the customer",
                    c -> c.counts().customerMessages())
            .count(
                    "agent_messages",
                    "Public messages of humans",
                    c -> c.counts().agentMessages())
            .count("bot_messages", "Public messages of bots", c -> c.counts().botMessages())
            .count("customer_turns", "Customer turns", c -> c.counts().customerTurns())
            .count(
                    "answered_turns",
                    "Turns with a human or bot reply",
                    c -> c.counts().answeredTurns())
            .count("unanswered_turns", "Turns without one", c -> c.counts().unansweredTurns())
            .count("spells", "Times it was open", c -> c.lifecycle().spells())
            .count(
                    "agents",
                    "Distinct humans who wrote publicly",
                    c -> c.counts().agents())
            .string("first_agent_id", "First human who wrote", c -> c.counts().firstAgentId())
            .string("last_agent_id", "Last human who wrote", c -> c.counts().lastAgentId())
            .string(
                    "first_response_agent_id",
                    "Author of the first response",
                    c -> c.responses().agentId())
            .count("reopens", "Counted reopenings", c -> c.lifecycle().reopens())
            .count(
                    "transfers",
                    "Owner changed from human to human with no close between",
                    c -> c.ownership().transfers())
            .count(
                    "returns_to_queue",
                    "Owner changed from a human to nobody",
                    c -> c.ownership().returnsToQueue())
            .count(
                    "escalations",
                    "Handed from the bot to a human",
                    c -> c.ownership().escalations())
            .count(
                    "live_episodes",
                    "Runs of public messages close together with both sides",
                    c -> c.rhythm().liveEpisodes())
            .whole(
                    "padding_ms",
                    "What a close after the last message adds, ms",
                    c -> c.outcome() == Outcome.MERGED ? null : c.lifecycle().paddingMs())
            .elapsed(
                    "first_response",
                    "First turn to first public human message",
                    c -> c.responses().first())
            .elapsed(
                    "first_response_any",
                    "First turn to first public human or bot message",
                    c -> c.responses().any())
            .elapsed(
                    "first_response_from_handoff",
                    "Handoff to first public human message",
                    c -> c.responses().fromHandoff())
            .elapsed(
                    "first_response_from_assignment",
                    "Last assignment to first public human message",
                    c -> c.responses().fromAssignment())
            .elapsed(
                    "customer_wait",
                    "Time the customer was seen to wait",
                    c -> c.waits().customer())
            .elapsed(
                    "wait_queue",
                    "Part of customer_wait while nobody owned it",
                    c -> c.waits().queue())
            .elapsed(
                    "wait_agent",
                    "Part of customer_wait while a human owned it",
                    c -> c.waits().agent())
            .elapsed(
                    "wait_bot",
                    "Part of customer_wait while the bot owned it",
                    c -> c.waits().bot())
            .elapsed("resolution", "First customer message to the resolution", Conversation::resolution)
            .elapsed(
                    "first_close",
                    "First customer message to the first close",
                    c -> c.closing().first())
            .elapsed(
                    "final_close",
                    "First customer message to closed_at",
                    c -> c.closing().last())
            .elapsed("net_open", "Sum of the spells", c -> c.closing().netOpen())
            .elapsed(
                    "handle",
                    "Attention of humans, inferred from when they wrote",
                    c -> c.effort().handle())
            .elapsed(
                    "engaged",
                    "Live to and fro inside a human's ownership",
                    c -> c.effort().engaged())
            .elapsed("assigned", "Human ownership", c -> c.effort().assigned())
            .fraction("elongation", "resolution_ms / handle_ms", Conversation::elongation)
            .fraction(
                    "sync_share",
                    "Share of switches of speaker that came at once",
                    c -> c.rhythm().syncShare())
            .string(
                    "mode",
                    "sync, async or mixed by sync_share",
                    c -> Mode.codeOf(c.rhythm().mode()))
            .id(
                    "previous_conversation_id",
                    "The same customer's conversation before, in any thread",
                    c -> c.repeat().previousConversationId())
            .whole(
                    "since_previous_ms",
                    "From the previous one's end to this one's start, ms",
                    c -> c.repeat().sinceEndOfPreviousMs())
            .string(
                    "repeat_window",
                    "Window that since_previous_ms falls into, up to 30 days",
                    c -> c.repeat().window())
            .build();

    private ConversationsTable() {}
}
