package dev.threadline.jobs.waiting;

import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.turn.Turn;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * First response of a conversation: spell 1 only, from the first message of its first turn to the first public human
 * message. Everything is {@code null} where there was none. Credit goes to the author, not to the assignee.
 *
 * @param at epoch milliseconds of the first public human message
 * @param any to the first public human or bot message
 * @param fromHandoff from the handoff
 * @param fromAssignment from the later of the first customer message and the last assignment before the reply
 */
public record Responses(
        @Nullable Long at,
        @Nullable String agentId,
        @Nullable Elapsed first,
        @Nullable Elapsed any,
        @Nullable Elapsed fromHandoff,
        @Nullable Elapsed fromAssignment)
        implements Serializable {

    public static final Responses NONE = new Responses(null, null, null, null, null, null);

    /**
     * Reads the first response off the turns.
     *
     * @param assignedAt the later of the first customer message and the last assignment before the reply, if assigned
     */
    public static Responses of(
            List<Turn> turns, @Nullable Long handoffAt, @Nullable Long assignedAt, BusinessCalendar calendar) {
        if (turns.isEmpty() || turns.get(0).spell() != 1) {
            return NONE;
        }
        Turn first = turns.get(0);
        Long startedAt = first.startedAt();
        Turn.Reply human = first.humanReply();
        Turn.Reply any = first.answer();
        Long at = human == null ? null : Long.valueOf(human.at());
        return new Responses(
                at,
                human == null ? null : human.by(),
                Elapsed.observed(startedAt, at, calendar),
                Elapsed.observed(startedAt, any == null ? null : Long.valueOf(any.at()), calendar),
                Elapsed.observed(handoffAt, at, calendar),
                Elapsed.observed(assignedAt, at, calendar));
    }
}
