package dev.threadline.jobs.backlog;

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
        @Nullable Long oldestWaitMs) {}
