package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.result.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a query is answered from a cube.
 *
 * @param needs the durations that it asks for
 * @param limits the filters that it can honour, or that the query passes over too
 * @param work what makes the rows
 */
record Recipe(List<Measure> needs, Predicate<Filters> limits, BiFunction<Cube, Asked, Rows> work) {

    private static final Map<String, Recipe> BY_QUERY = all();

    /** The recipe for a query file; null where only its rows can answer it. */
    static @Nullable Recipe of(String query) {
        return BY_QUERY.get(query);
    }

    /** The query files that it has recipes for. */
    static Set<String> queries() {
        return BY_QUERY.keySet();
    }

    boolean suffices(Filters filters) {
        return limits.test(filters);
    }

    Rows rows(Cube cube, Asked asked) {
        return work.apply(cube, asked);
    }

    private static Map<String, Recipe> all() {
        Map<String, Recipe> all = new HashMap<>();
        all.put("headline", ofCells(Headline::rows, Measure.FIRST_RESPONSE, Measure.FIRST_RESPONSE_OF_STARTED));
        all.put("started-and-resolved", ofCells(DateCharts::startedAndResolved));
        all.put("modes", ofCells(DateCharts::modes));
        all.put("outcomes", ofCells(DateCharts::outcomes));
        all.put("queues", ofCells(QueueRows::rows, Measure.FIRST_RESPONSE, Measure.RESOLUTION, Measure.HANDLE));
        all.put("first-response", durations(Measure.FIRST_RESPONSE));
        all.put("resolution", durations(Measure.RESOLUTION));
        all.put("handle-time", durations(Measure.HANDLE));
        all.put("tiles/started", ofCells(PeriodTiles::started, Measure.HANDLE));
        all.put("tiles/resolved", ofCells(PeriodTiles::resolved, Measure.RESOLUTION));
        all.put("tiles/first-response", ofCells(PeriodTiles::firstResponse, Measure.FIRST_RESPONSE));
        all.put("tiles/load", new Recipe(List.of(), filters -> true, LoadAnswers::tiles));
        all.put("concurrency", new Recipe(List.of(), filters -> true, LoadAnswers::concurrency));
        all.put("backlog", new Recipe(List.of(), filters -> true, BacklogChart::rows));
        return Map.copyOf(all);
    }

    private static Recipe ofCells(BiFunction<Cube, Asked, Rows> work, Measure... needs) {
        return new Recipe(List.of(needs), Cell::suffice, work);
    }

    private static Recipe durations(Measure measure) {
        return ofCells((cube, asked) -> DateCharts.durations(cube, asked, measure), measure);
    }
}
