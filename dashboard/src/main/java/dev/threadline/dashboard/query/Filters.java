package dev.threadline.dashboard.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader asks about. A filter without values lets everything through.
 *
 * @param values the values of each filter that is set; the empty text stands for NULL
 */
public record Filters(Period period, Clock clock, Map<Filter, List<String>> values) {

    public Filters {
        values = new TreeMap<>(values);
        values.values().removeIf(Collection::isEmpty);
    }

    public List<String> values(Filter filter) {
        return values.getOrDefault(filter, List.of());
    }

    public Grain grain() {
        return Grain.of(period);
    }

    /** The same filters over another period. */
    public Filters during(Period other) {
        return new Filters(other, clock, values);
    }

    /** The filters that are set and that a query which knows only {@code known} cannot honour. */
    public List<Filter> beyond(Collection<Filter> known) {
        List<Filter> beyond = new ArrayList<>(values.keySet());
        beyond.removeAll(known);
        return beyond;
    }
}
