package dev.threadline.jobs.backlog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue at a full hour: one row of {@code backlog}.
 *
 * @param hourAt epoch milliseconds
 * @param open conversations open at that instant
 * @param awaitingAgent of those, the ones whose customer waits
 * @param oldestWaitMs the longest of those waits so far; none if nobody waits
 */
public record BacklogHour(
        long hourAt,
        String channel,
        @Nullable String team,
        int open,
        int awaitingAgent,
        @Nullable Long oldestWaitMs) {

    /** An hour at which nothing was open. */
    public static BacklogHour none(long hourAt, String channel, @Nullable String team) {
        return new BacklogHour(hourAt, channel, team, 0, 0, null);
    }

    /**
     * The hour after a change, of which only a part of the queue is known: what that part came to before and comes to
     * after. Where the oldest wait went ({@link #losesOldestWait}), the part is to hold all that are older than what it has
     * after.
     */
    public BacklogHour changed(BacklogHour before, BacklogHour after) {
        return new BacklogHour(
                hourAt,
                channel,
                team,
                open + after.open - before.open,
                awaitingAgent + after.awaitingAgent - before.awaitingAgent,
                oldestWaitMs(before, after));
    }

    /** Whether the longest of all waits was one of the part and is none of it any more. */
    public boolean losesOldestWait(BacklogHour before, BacklogHour after) {
        return before.oldestWaitMs != null
                && before.oldestWaitMs.equals(oldestWaitMs)
                && (after.oldestWaitMs == null || after.oldestWaitMs < before.oldestWaitMs);
    }

    private @Nullable Long oldestWaitMs(BacklogHour before, BacklogHour after) {
        if (Objects.equals(before.oldestWaitMs, after.oldestWaitMs)) {
            return oldestWaitMs;
        }
        if (oldestWaitMs == null || losesOldestWait(before, after)) {
            return after.oldestWaitMs;
        }
        return after.oldestWaitMs != null && after.oldestWaitMs > oldestWaitMs ? after.oldestWaitMs : oldestWaitMs;
    }
}
