package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Conversations of one channel, team and rhythm; the empty text stands for none. */
record Cell(Queue queue, String mode) {

    /** What tells one cell from another. */
    private static final Set<Filter> DIMENSIONS = EnumSet.of(Filter.CHANNEL, Filter.TEAM, Filter.MODE);

    /** Whether a question can be answered by cells: whether nothing else is filtered by. */
    static boolean suffice(Filters filters) {
        return filters.beyond(DIMENSIONS).isEmpty();
    }

    /** Whether a question is about all cells. */
    static boolean allFit(Filters filters) {
        return DIMENSIONS.stream()
                .allMatch(dimension -> filters.values(dimension).isEmpty());
    }

    boolean fits(Filters filters) {
        return isAmong(queue.channel(), filters.values(Filter.CHANNEL))
                && isAmong(queue.team(), filters.values(Filter.TEAM))
                && isAmong(mode, filters.values(Filter.MODE));
    }

    /** Whether a value passes a filter, which lets everything through while none is chosen. */
    static boolean isAmong(String value, List<String> chosen) {
        return chosen.isEmpty() || chosen.contains(value);
    }
}
