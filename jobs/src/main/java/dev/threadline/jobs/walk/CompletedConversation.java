package dev.threadline.jobs.walk;

import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.conversation.Conversation;
import dev.threadline.jobs.conversation.ConversationKey;
import dev.threadline.jobs.conversation.Effort;
import dev.threadline.jobs.rhythm.Mode;
import dev.threadline.jobs.stint.Stint;
import dev.threadline.jobs.stint.StintRow;
import dev.threadline.jobs.turn.Turn;
import dev.threadline.jobs.turn.TurnRow;
import java.util.List;
import java.util.stream.Stream;

/** A conversation with what the other threads of its agents and its customer tell of it, and its parts. */
public record CompletedConversation(
        Conversation conversation, List<StintEffort> stints, List<Turn> turns, BusinessCalendar calendar) {

    /** A stint with the work that went into it. */
    public record StintEffort(Stint stint, Effort effort) {}

    public Stream<StintRow> stintRows() {
        ConversationKey key = conversation.key();
        return stints.stream()
                .map(one -> new StintRow(
                        key.source(),
                        key.threadId(),
                        key.conversationId(),
                        conversation.channel(),
                        conversation.team(),
                        one.stint(),
                        one.effort().handle(),
                        one.effort().engaged(),
                        one.effort().assigned()));
    }

    public Stream<TurnRow> turnRows() {
        ConversationKey key = conversation.key();
        return turns.stream()
                .map(turn -> TurnRow.of(
                        key.source(),
                        key.threadId(),
                        key.conversationId(),
                        conversation.channel(),
                        conversation.team(),
                        Mode.codeOf(conversation.rhythm().mode()),
                        turn,
                        calendar));
    }
}
