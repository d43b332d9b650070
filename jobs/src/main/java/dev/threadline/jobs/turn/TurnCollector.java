package dev.threadline.jobs.turn;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the turns of one conversation from its public messages, told where its spells start and end. */
public final class TurnCollector {

    private final List<Turn> turns = new ArrayList<>();
    private int spell = 1;
    private int firstOfSpell;
    private int firstWithoutHumanReply;
    private boolean running;

    public void startSpell(int number) {
        spell = number;
        firstOfSpell = turns.size();
        firstWithoutHumanReply = turns.size();
        running = false;
    }

    /** The spell is closed: a turn still unanswered has waited until here. */
    public void closeSpell(long closedAt) {
        if (running) {
            Turn last = turns.get(turns.size() - 1);
            replace(turns.size() - 1, last.answer(), last.humanReply(), closedAt);
        }
        running = false;
        firstWithoutHumanReply = turns.size();
    }

    /** Takes a customer's public message inside a spell; returns the number of its turn, or none. */
    public @Nullable Integer customerWrites(Message message, boolean acknowledgement) {
        if (running) {
            int last = turns.size() - 1;
            Turn turn = turns.get(last);
            turns.set(
                    last,
                    new Turn(
                            turn.number(),
                            turn.spell(),
                            turn.firstOfSpell(),
                            turn.startedAt(),
                            message.sentAt(),
                            turn.messages() + 1,
                            null,
                            null,
                            null));
        } else if (acknowledgement) {
            return null;
        } else {
            boolean first = turns.size() == firstOfSpell;
            turns.add(
                    new Turn(turns.size() + 1, spell, first, message.sentAt(), message.sentAt(), 1, null, null, null));
            running = true;
        }
        return turns.size();
    }

    /** Takes a public human or bot message inside a spell; returns the turn that it answers, or none. */
    public @Nullable Turn replies(Message message) {
        Turn.Reply reply = new Turn.Reply(message.sentAt(), message.senderId(), message.role());
        Turn answered = null;
        if (running) {
            running = false;
            answered = replace(turns.size() - 1, reply, null, null);
        }
        if (message.role() == Role.AGENT) {
            for (int i = firstWithoutHumanReply; i < turns.size(); i++) {
                replace(i, turns.get(i).answer(), reply, null);
            }
            firstWithoutHumanReply = turns.size();
        }
        return answered;
    }

    /** Whether there was a turn yet. */
    public boolean hasTurn() {
        return !turns.isEmpty();
    }

    public List<Turn> turns() {
        return List.copyOf(turns);
    }

    private Turn replace(
            int index, Turn.@Nullable Reply answer, Turn.@Nullable Reply humanReply, @Nullable Long closedAt) {
        Turn turn = turns.get(index);
        Turn replaced = new Turn(
                turn.number(),
                turn.spell(),
                turn.firstOfSpell(),
                turn.startedAt(),
                turn.lastMessageAt(),
                turn.messages(),
                answer,
                humanReply,
                closedAt);
        turns.set(index, replaced);
        return replaced;
    }
}
