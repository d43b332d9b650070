package dev.threadline.jobs.metric;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.turn.TurnsTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Every metric that Threadline reports, with its definition, formula, unit and an example. {@code docs/metrics.md} and the
 * dashboard's glossary are made from this list.
 */
public final class Glossary {

    /** Changes whenever a definition does; a change of it rebuilds the tables. */
    public static final String DEFINITION_VERSION = "4";

    private final List<MetricDefinition> metrics = new ArrayList<>();

    private Glossary() {}

    public static List<MetricDefinition> metrics() {
        Glossary glossary = new Glossary();
        glossary.conversations();
        glossary.waiting();
        glossary.resolution();
        glossary.effort();
        glossary.concurrency();
        return List.copyOf(glossary.metrics);
    }

    private void conversations() {
        Table<?> table = ConversationsTable.TABLE;
        add(
                table,
                "started",
                "Conversations started",
                "conversation_id",
                "Conversations whose first public message, or the campaign it answers, falls into the period. A conversation"
                        + " is a piece of a thread between two boundaries: an explicit open, a close whose reopening window has"
                        + " passed, or a silence of at least the channel's timer while nobody waits.",
                "count(*) by started_at",
                "count",
                "Web chat with a timer of 30 min, messages at 10:00, 10:29:59 and 10:59:59: two conversations.");
        add(
                table,
                "outcome",
                "Outcome",
                "outcome",
                "How a conversation came out, the first that holds: open, merged, outreach (the customer never wrote),"
                        + " unanswered or resolved where a human was involved or no bot, else abandoned_in_bot or bot_contained.",
                "count(*) by outcome",
                "count",
                "A bot asks for the order number, the customer leaves: abandoned_in_bot.");
        add(
                table,
                "reopens",
                "Reopenings",
                "reopens",
                "How often a closed conversation was taken up again inside its reopening window, by a reopened event or a"
                        + " customer's message that is no mere thanks.",
                "sum(reopens)",
                "count",
                "Closed Thursday, the customer asks again on Friday: 1. A thank-you after the close: 0.");
        add(
                table,
                "padding",
                "Padding",
                "padding_ms",
                "What a close after the last message adds to a conversation that was over: time that a status field reports"
                        + " and nobody worked or waited.",
                "max(0, closed_at - ended_at)",
                "ms",
                "Last message 10:00, closed by a timer a day later: 24 h.");
        add(
                table,
                "mode",
                "Synchronous or asynchronous",
                "mode",
                "By rhythm, never by channel: sync where at least 80 % of the switches of speaker come within 2 min, async where"
                        + " at most 20 % do, else mixed.",
                "sync_share >= 0.8, <= 0.2, else mixed",
                "share",
                "Question 9:00, answer 9:01, thanks 11:00: half, mixed.");
        add(
                table,
                "repeat",
                "Repeat contact",
                "repeat_window",
                "How long after the end of the same customer's previous conversation, in any thread, this one started.",
                "started_at - previous ended_at, in windows up to 30 days",
                "ms",
                "Ended Monday 10:00, next Tuesday 09:00: [1h,1d).");
    }

    private void waiting() {
        Table<?> table = ConversationsTable.TABLE;
        add(
                table,
                "first_response",
                "First response",
                "first_response_ms",
                "From the first message of the customer's first turn to the first public message of a human, in the first spell"
                        + " only. Bots, out-of-office replies and notes do not count. Never answered is not 0: it is in no mean.",
                "first public human message - first message of turn 1",
                "ms",
                "Customer 9:00:00, bot 9:00:01, agent 9:01:02: 62 s.");
        add(
                table,
                "first_response_any",
                "First response by anyone",
                "first_response_any_ms",
                "As first response, but a bot's reply counts too.",
                "first public human or bot message - first message of turn 1",
                "ms",
                "Customer 9:00:00, bot 9:00:01, agent 9:01:02: 1 s.");
        add(
                TurnsTable.TABLE,
                "reply",
                "Reply",
                "reply_ms",
                "From the first message of a customer's turn to the next public message of a human or bot in the same spell. Pooled"
                        + " over turns, never a mean of means.",
                "answered_at - started_at",
                "ms",
                "Customer 10:00, 10:01, 10:05; agent 10:07: 7 min, from the last message 2 min.");
        add(
                table,
                "customer_wait",
                "Customer wait",
                "customer_wait_ms",
                "Time in which the customer was seen to wait: turns until their reply, and from a handoff to the next human message,"
                        + " as a union. Split by who owned the conversation into queue, agent and bot, which add up.",
                "length of the union of waits",
                "ms",
                "Customer 9:00:00, bot 9:00:01, queued 9:00:20, agent 9:01:02: 43 s.");
        add(
                table,
                "unanswered_turns",
                "Unanswered turns",
                "unanswered_turns",
                "Turns that nobody answered before their spell ended.",
                "customer_turns - answered_turns",
                "count",
                "The customer asks, nobody writes, the conversation falls silent: 1.");
        add(
                BacklogTable.TABLE,
                "backlog",
                "Backlog",
                "open",
                "Conversations open at a full hour, and of those the customers who wait for a reply.",
                "count at the instant",
                "count",
                "Opened 9:40, closed 11:10: open at 10:00 and 11:00.");
    }

    private void resolution() {
        Table<?> table = ConversationsTable.TABLE;
        add(
                table,
                "resolution",
                "Resolution",
                "resolution_ms",
                "From the customer's first message to the last close if a human closed, else to the last public message of a human or"
                        + " bot. Never to where a timer ran out. Only for conversations that came out resolved or bot_contained.",
                "resolved_at - first customer message",
                "ms",
                "Customer 9:00, agent 9:20, closed by a timer next day: 20 min.");
        add(
                table,
                "net_open",
                "Net open time",
                "net_open_ms",
                "Sum of the spells in which a conversation was open, without the time between a close and a reopening.",
                "sum of spells",
                "ms",
                "Open 9:00 to 9:30 and 9:45 to 10:15: 1 h.");
        add(
                table,
                "elongation",
                "Elongation",
                "elongation",
                "How many times longer the customer's clock ran than the agents' attention.",
                "resolution_ms / handle_ms",
                "ratio",
                "Resolved in 5 h with 10 min of attention: 30.");
    }

    private void effort() {
        Table<?> table = ConversationsTable.TABLE;
        add(
                table,
                "handle",
                "Handle time",
                "handle_ms",
                "Attention of humans, inferred from the log: each public message is credited the time since the agent's previous one in"
                        + " any conversation, but not from before the turn it answers, the assignment, or 5 min. One agent's intervals never"
                        + " overlap. It cannot see reading without replying.",
                "sum of credited intervals",
                "ms",
                "One agent replies at 10:01:00 and 10:01:40 in two chats that wait since 10:00:00 and 10:00:30: 60 s and 40 s.");
        add(
                table,
                "engaged",
                "Engaged time",
                "engaged_ms",
                "Live to and fro inside a human's ownership: between consecutive public messages at most the engagement window apart.",
                "sum of engaged intervals inside stints",
                "ms",
                "Messages at 10:00, 10:04 and 10:30 on web chat: 4 min.");
        add(
                table,
                "assigned",
                "Assigned time",
                "assigned_ms",
                "Length of human ownership, from assignment or takeover to the next owner, queue or close.",
                "sum of stints",
                "ms",
                "Assigned 9:00, transferred 9:20, closed 9:50: 20 min and 30 min.");
    }

    private void concurrency() {
        Table<?> table = AgentLoadTable.TABLE;
        add(
                table,
                "mean_concurrency",
                "Mean concurrency",
                "engaged_ms",
                "Conversations that an agent was engaged in at once, on average over the time engaged in any. It knows no channel filter:"
                        + " a head is shared by all channels.",
                "sum(engaged_ms) / sum(engaged_union_ms)",
                "ratio",
                "Engaged 10:00 to 10:30 and 10:15 to 10:45: 60 / 45 = 1.33.");
        add(
                table,
                "peak_concurrency",
                "Peak concurrency",
                "peak_engaged",
                "Most conversations an agent was engaged in at one instant.",
                "max(peak_engaged)",
                "count",
                "Engaged 10:00 to 10:30 and 10:15 to 10:45: 2; 10:00 to 10:30 and 10:30 to 11:00: 1.");
    }

    private void add(
            Table<?> table,
            String metric,
            String title,
            String column,
            String definition,
            String formula,
            String unit,
            String example) {
        if (!table.columnNames().contains(column)) {
            throw new IllegalStateException("metric " + metric + " names column " + column + ", which table "
                    + table.name() + " does not have");
        }
        metrics.add(new MetricDefinition(metric, title, definition, formula, unit, example, table.name(), column));
    }
}
