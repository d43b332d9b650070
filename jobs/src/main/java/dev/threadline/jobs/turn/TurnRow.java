package dev.threadline.jobs.turn;

import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.time.Elapsed;
import org.jspecify.annotations.Nullable;

/**
 * A turn with what identifies its conversation and what is measured of it: one row of the table of turns.
 *
 * @param reply from its first message to the reply of a human or bot
 * @param replyFromLast from its last message to that reply
 * @param humanReply from its first message to the next public human message in the spell
 */
public record TurnRow(
        String source,
        String threadId,
        String conversationId,
        String channel,
        @Nullable String team,
        @Nullable String mode,
        Turn turn,
        @Nullable Elapsed reply,
        @Nullable Elapsed replyFromLast,
        @Nullable Elapsed humanReply) {

    /** Measures a turn of a conversation by the conversation's calendar. */
    public static TurnRow of(
            String source,
            String threadId,
            String conversationId,
            String channel,
            @Nullable String team,
            @Nullable String mode,
            Turn turn,
            BusinessCalendar calendar) {
        Long answeredAt = at(turn.answer());
        return new TurnRow(
                source,
                threadId,
                conversationId,
                channel,
                team,
                mode,
                turn,
                Elapsed.observed(turn.startedAt(), answeredAt, calendar),
                Elapsed.observed(turn.lastMessageAt(), answeredAt, calendar),
                Elapsed.observed(turn.startedAt(), at(turn.humanReply()), calendar));
    }

    private static @Nullable Long at(Turn.@Nullable Reply reply) {
        return reply == null ? null : Long.valueOf(reply.at());
    }
}
