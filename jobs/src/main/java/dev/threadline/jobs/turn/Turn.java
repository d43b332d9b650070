package dev.threadline.jobs.turn;

import dev.threadline.jobs.thread.Role;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A customer turn: a maximal run of a customer's messages inside a spell with no public human or bot message between,
 * from the first that is no acknowledgement. Instants are epoch milliseconds.
 *
 * @param number from 1 within the conversation
 * @param spell the spell it lies in, from 1
 * @param answer the next public human or bot message in the spell
 * @param humanReply the next public human message in the spell, the same as {@code answer} where a human answered
 * @param closedAt when the spell was closed over a turn that nobody had answered
 */
public record Turn(
        int number,
        int spell,
        boolean firstOfSpell,
        long startedAt,
        long lastMessageAt,
        int messages,
        @Nullable Reply answer,
        @Nullable Reply humanReply,
        @Nullable Long closedAt)
        implements Serializable {

    /** Who replied when; {@code by} is {@link Role#AGENT} or {@link Role#BOT}. */
    public record Reply(long at, @Nullable String by, Role kind) implements Serializable {}

    public boolean isAnswered() {
        return answer != null;
    }

    /** When the wait for a reply ended, as far as it was observed; {@code openUntil} if the conversation is open. */
    public @Nullable Long waitedUntil(@Nullable Long openUntil) {
        return answer != null ? Long.valueOf(answer.at()) : closedAt != null ? closedAt : openUntil;
    }
}
