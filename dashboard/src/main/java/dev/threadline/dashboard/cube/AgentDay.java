package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import java.time.LocalDate;

/**
 * How an agent worked on a report date, for one team.
 *
 * @param agent a number that no other agent has, from 0
 * @param n quarters of an hour with work
 * @param engagedMs time at work, once for each conversation of the moment
 * @param engagedUnionMs time at work
 * @param peak the most conversations at once
 * @param messages what the agent wrote
 */
record AgentDay(
        LocalDate reportDate,
        int agent,
        String agentId,
        String team,
        long n,
        long engagedMs,
        long engagedUnionMs,
        long peak,
        long messages) {

    /** Whether it passes the filters. A head is shared by all channels: what else is filtered by is passed over. */
    boolean fits(Filters filters) {
        return Cell.isAmong(team, filters.values(Filter.TEAM)) && Cell.isAmong(agentId, filters.values(Filter.AGENT));
    }
}
