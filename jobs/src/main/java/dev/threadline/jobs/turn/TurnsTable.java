package dev.threadline.jobs.turn;

import dev.threadline.ingestion.warehouse.Table;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code turns}. */
public final class TurnsTable {

    public static final Table<TurnRow> TABLE = Table.<TurnRow>named("turns", "One row per customer turn")
            .key("source", "thread_id", "conversation_id", "turn")
            .prunedBy("started_at")
            .string("source", "System the thread comes from", TurnRow::source)
            .id("thread_id", "Thread of the conversation", TurnRow::threadId)
            .id("conversation_id", "Conversation it is part of", TurnRow::conversationId)
            .count(
                    "turn",
                    "Number within the conversation, from 1",
                    r -> r.turn().number())
            .count("spell", "Spell it lies in, from 1", r -> r.turn().spell())
            .flag(
                    "is_first_of_spell",
                    "The first turn of its spell",
                    r -> r.turn().firstOfSpell())
            .string("channel", "Channel of the conversation", TurnRow::channel)
            .string("team", "Team of the conversation", TurnRow::team)
            .string("mode", "Mode of the conversation", TurnRow::mode)
            .instant("started_at", "First message", r -> r.turn().startedAt())
            .instant("last_message_at", "Last message", r -> r.turn().lastMessageAt())
            .count("messages", "Messages of the customer in it", r -> r.turn().messages())
            .instant("answered_at", "Next public human or bot message in the spell", answer(Turn.Reply::at))
            .string("answered_by", "Who wrote it", answer(Turn.Reply::by))
            .string(
                    "answered_by_kind",
                    "agent or bot",
                    answer(reply -> reply.kind().code()))
            .elapsed("reply", "First message to answered_at", TurnRow::reply)
            .elapsed("reply_from_last", "Last message to answered_at", TurnRow::replyFromLast)
            .elapsed("human_reply", "First message to the next public human message in the spell", TurnRow::humanReply)
            .build();

    private TurnsTable() {}

    private static <V> Function<TurnRow, @Nullable V> answer(Function<Turn.Reply, @Nullable V> value) {
        return row -> {
            Turn.Reply answer = row.turn().answer();
            return answer == null ? null : value.apply(answer);
        };
    }
}
