package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.Publication;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** What the overview asks of one publication, in memory. */
public final class Cube {

    /** The observations of a measure by one clock. */
    record SpreadKey(Measure measure, Clock clock) implements Comparable<SpreadKey> {

        @Override
        public int compareTo(SpreadKey other) {
            int byMeasure = measure.compareTo(other.measure);
            return byMeasure == 0 ? clock.compareTo(other.clock) : byMeasure;
        }
    }

    /**
     * What is counted by date.
     *
     * @param started conversations by the date they started
     * @param resolved conversations by the date they were resolved
     * @param agentDays the work of agents
     * @param queueHours the backlog by hour
     */
    record Counts(Tally started, Tally resolved, ByDate<AgentDay> agentDays, ByDate<QueueHour> queueHours) {}

    private final Publication publication;
    private final Counts counts;
    private final Map<SpreadKey, Spread> spreads = new ConcurrentHashMap<>();
    private final Set<SpreadKey> wanted = new ConcurrentSkipListSet<>();

    Cube(Publication publication, Counts counts) {
        this.publication = publication;
        this.counts = counts;
    }

    /**
     * The rows of a query; nothing where the filters go beyond what is held, or a duration is not held yet: then it will be
     * before long.
     *
     * @param query the name of the query file
     * @param firstDate the first date with data
     */
    public Optional<Rows> rows(String query, Filters filters, LocalDate firstDate) {
        Recipe recipe = Recipe.of(query);
        if (recipe == null || !recipe.suffices(filters)) {
            return Optional.empty();
        }
        boolean complete = true;
        for (Measure measure : recipe.needs()) {
            complete &= has(new SpreadKey(measure, filters.clock()));
        }
        return complete
                ? Optional.of(recipe.rows(this, new Asked(filters, firstDate, publication.asOf())))
                : Optional.empty();
    }

    Counts counts() {
        return counts;
    }

    Spread.Part part(Measure measure, Filters filters) {
        return spread(measure, filters).part(filters);
    }

    /** The durations of each queue that passes the filters. */
    Map<Queue, Spread.Part> parts(Measure measure, Filters filters) {
        return spread(measure, filters).parts(filters, Cell::queue);
    }

    private Spread spread(Measure measure, Filters filters) {
        Spread held = spreads.get(new SpreadKey(measure, filters.clock()));
        if (held == null) {
            throw new IllegalStateException(measure + " is not held; ask whether it is first");
        }
        return held;
    }

    /** The observations that were asked for and are not held. */
    Set<SpreadKey> wanted() {
        return wanted;
    }

    /** Those that are held or asked for: what the next publication will be asked for too. */
    Set<SpreadKey> used() {
        Set<SpreadKey> used = new ConcurrentSkipListSet<>(spreads.keySet());
        used.addAll(wanted);
        return used;
    }

    void hold(SpreadKey key, Spread spread) {
        spreads.put(key, spread);
        wanted.remove(key);
    }

    private boolean has(SpreadKey key) {
        boolean held = spreads.containsKey(key);
        if (!held) {
            wanted.add(key);
        }
        return held;
    }
}
