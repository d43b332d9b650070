package dev.threadline.dashboard.cube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a row, column by column. */
final class RowOf {

    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    static RowOf metric(String name) {
        return new RowOf().with("metric", name);
    }

    RowOf with(String column, @Nullable Object value) {
        columns.put(column, value);
        return this;
    }

    /** Median, p90 and mean. */
    RowOf withSpread(Spread.Part part, Quarters time, Observed observed) {
        return with("median_ms", part.quantileMs(0.5, List.of(time)))
                .with("p90_ms", part.quantileMs(0.9, List.of(time)))
                .with("mean_ms", observed.meanMs());
    }

    Map<String, @Nullable Object> row() {
        return columns;
    }
}
