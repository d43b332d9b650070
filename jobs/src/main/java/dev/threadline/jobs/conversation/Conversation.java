package dev.threadline.jobs.conversation;

import dev.threadline.jobs.rhythm.Rhythm;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.waiting.Responses;
import dev.threadline.jobs.waiting.Waits;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with all that is measured of it: one row of the table {@code conversations}.
 *
 * @param channel its first activity's
 * @param team the first named in it
 * @param resolvedAt end of {@code resolution}, epoch milliseconds
 * @param resolution from the first customer message to the last close by a human, else the last public human or bot
 *     message; only where the outcome is a resolution
 */
public record Conversation(
        ConversationKey key,
        String channel,
        @Nullable String team,
        String customerId,
        Lifecycle lifecycle,
        Outcome outcome,
        Counts counts,
        Ownership ownership,
        Responses responses,
        Waits waits,
        @Nullable Long resolvedAt,
        @Nullable Elapsed resolution,
        Closing closing,
        Effort effort,
        Rhythm rhythm,
        Repeat repeat)
        implements Serializable {

    /** How many times longer the customer's clock ran than the agents' attention; {@code null} without either. */
    public @Nullable Double elongation() {
        if (resolution == null || effort.handle().wallMs() == 0) {
            return null;
        }
        return (double) resolution.wallMs() / effort.handle().wallMs();
    }
}
