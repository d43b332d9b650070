package dev.threadline.jobs.conversation;

import dev.threadline.jobs.boundary.EndReason;
import dev.threadline.jobs.thread.Role;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * From start to end. Instants are epoch milliseconds.
 *
 * @param startedAt the first public message, or the campaign it answers
 * @param endedAt the last public message, never a timer's end
 * @param closedAt the last close with no counted reopening after it
 * @param endConfidence 1 for an explicit end, the calibrated probability for a model's, {@code null} for a bare timer
 * @param provisional later records could still change it at as-of
 * @param outOfHours it arrived outside open hours
 * @param initiatedBy {@code campaign}, or the role of the first public message
 */
public record Lifecycle(
        long startedAt,
        long endedAt,
        @Nullable Long closedAt,
        EndReason endReason,
        @Nullable Double endConfidence,
        @Nullable String endExplanation,
        boolean provisional,
        boolean outOfHours,
        String initiatedBy,
        int spells,
        int reopens)
        implements Serializable {

    public Lifecycle {
        if (endedAt < startedAt) {
            throw new IllegalArgumentException("a conversation ends at " + endedAt + " before it starts at " + startedAt
                    + "; sort the records by sentAt first");
        }
    }

    /** What a close after the last message adds, and a report should not: milliseconds, or none without a close. */
    public @Nullable Long paddingMs() {
        return closedAt == null ? null : Long.valueOf(Math.max(0, closedAt - endedAt));
    }

    /** Whether nobody of the business began it; a bot's greeting answers a customer who came. */
    public boolean startedByCustomer() {
        return initiatedBy.equals(Role.CUSTOMER.code()) || initiatedBy.equals(Role.BOT.code());
    }
}
