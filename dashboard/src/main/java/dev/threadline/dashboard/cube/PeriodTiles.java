package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.result.Rows;
import java.util.List;

/** The overview's tiles of conversations. */
final class PeriodTiles {

    private static final List<String> COLUMNS = List.of("metric", "n", "median_ms", "p90_ms", "mean_ms");

    private PeriodTiles() {}

    static Rows started(Cube cube, Asked asked) {
        long started = cube.counts().started().n(asked.period(), asked.filters());
        return new Rows(
                COLUMNS,
                List.of(
                        RowOf.metric("started").with("n", started).row(),
                        duration("handle", cube.part(Measure.HANDLE, asked.filters()), asked)
                                .row()));
    }

    static Rows resolved(Cube cube, Asked asked) {
        Spread.Part part = cube.part(Measure.RESOLUTION, asked.filters());
        long resolved = part.observed(asked.quarters()).n();
        return new Rows(
                COLUMNS,
                List.of(
                        RowOf.metric("resolved").with("n", resolved).row(),
                        duration("resolution", part, asked).row()));
    }

    static Rows firstResponse(Cube cube, Asked asked) {
        Spread.Part part = cube.part(Measure.FIRST_RESPONSE, asked.filters());
        return new Rows(COLUMNS, List.of(duration("first_response", part, asked).row()));
    }

    private static RowOf duration(String metric, Spread.Part part, Asked asked) {
        Observed observed = part.observed(asked.quarters());
        return RowOf.metric(metric).with("n", observed.n()).withSpread(part, asked.quarters(), observed);
    }
}
