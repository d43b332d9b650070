package dev.threadline.jobs.conversation;

import dev.threadline.jobs.rhythm.Rhythm;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.waiting.Responses;
import dev.threadline.jobs.waiting.Waits;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as far as its own thread tells; the agents' other threads (handle time) and the customer's (repeats)
 * complete it.
 *
 * @param resolvedAt where its resolution would end, if its outcome turns out to be one
 * @param resolution its length, likewise
 */
public record ConversationDraft(
        ConversationKey key,
        String channel,
        @Nullable String team,
        String customerId,
        Lifecycle lifecycle,
        OutcomeFacts outcomeFacts,
        Counts counts,
        Ownership ownership,
        Responses responses,
        Waits waits,
        @Nullable Long resolvedAt,
        @Nullable Elapsed resolution,
        Closing closing,
        Rhythm rhythm)
        implements Serializable {

    /** The whole conversation; a merged one has work, but its durations are measured where it was merged into. */
    public Conversation complete(Effort effort, Repeat repeat) {
        Outcome outcome = outcomeFacts.outcome(repeat.cameBack());
        boolean merged = outcome == Outcome.MERGED;
        boolean resolved = outcome.isResolution() && resolution != null;
        return new Conversation(
                key,
                channel,
                team,
                customerId,
                lifecycle,
                outcome,
                counts,
                ownership,
                merged ? Responses.NONE : responses,
                merged ? Waits.UNOBSERVED : waits,
                resolved ? resolvedAt : null,
                resolved ? resolution : null,
                merged ? Closing.NONE : closing,
                effort,
                rhythm,
                repeat);
    }
}
