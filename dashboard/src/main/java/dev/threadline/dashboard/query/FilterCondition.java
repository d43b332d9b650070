package dev.threadline.dashboard.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of {@code {filters: ...}} in a query file: how a filter holds for the rows of a table. */
enum FilterCondition {
    CHANNEL(Filter.CHANNEL, "coalesce(channel, '') IN (%s)"),
    TEAM(Filter.TEAM, "coalesce(team, '') IN (%s)"),
    MODE(Filter.MODE, "coalesce(mode, '') IN (%s)"),
    OUTCOME(Filter.OUTCOME, "outcome IN (%s)"),
    /** For rows of one agent. */
    AGENT(Filter.AGENT, "agent_id IN (%s)"),
    /** For conversations and what is in them. */
    CARRIER(Filter.AGENT, "conversation_id IN (SELECT conversation_id FROM stints WHERE agent_id IN (%s))");

    private final Filter filter;
    private final String pattern;

    FilterCondition(Filter filter, String pattern) {
        this.filter = filter;
        this.pattern = pattern;
    }

    static List<FilterCondition> named(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    Filter filter() {
        return filter;
    }

    /** The condition with a placeholder for each of so many values. */
    String sql(int values) {
        return pattern.formatted("?, ".repeat(values - 1) + "?");
    }
}
