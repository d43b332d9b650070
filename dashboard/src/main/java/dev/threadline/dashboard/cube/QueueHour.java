package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The backlog of a channel and a team at an hour.
 *
 * @param open conversations that were open
 * @param awaitingAgent those whose customer waited for a human
 * @param oldestWaitMs the longest such wait, in milliseconds; null where nobody waited
 */
record QueueHour(
        LocalDate reportDate,
        Instant hourAt,
        String channel,
        String team,
        long open,
        long awaitingAgent,
        @Nullable Long oldestWaitMs) {

    boolean fits(Filters filters) {
        return Cell.isAmong(channel, filters.values(Filter.CHANNEL)) && Cell.isAmong(team, filters.values(Filter.TEAM));
    }
}
