package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.cube.Asked.Point;
import dev.threadline.dashboard.cube.Tally.Count;
import dev.threadline.dashboard.result.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The overview's charts of conversations over the dates of a period. */
final class DateCharts {

    private static final List<String> MODES = List.of("sync", "mixed", "async");

    private DateCharts() {}

    static Rows startedAndResolved(Cube cube, Asked asked) {
        return eachPoint(asked, point -> {
            Totals started = Totals.of(counts(cube, asked, point));
            return new RowOf()
                    .with("report_date", point.reportDate().toString())
                    .with("n", point.count(started.n()))
                    .with("started", point.count(started.n()))
                    .with("resolved", point.count(cube.counts().resolved().n(point.period(), asked.filters())))
                    .with("provisional", started.isProvisional() || point.isUnfinished());
        });
    }

    static Rows modes(Cube cube, Asked asked) {
        return eachPoint(asked, point -> {
            List<Count> counts = counts(cube, asked, point);
            Map<String, Long> byMode = sums(counts, count -> count.cell().mode());
            long without = byMode.getOrDefault("", 0L);
            Totals started = Totals.of(counts);
            RowOf row = new RowOf()
                    .with("report_date", point.reportDate().toString())
                    .with("n", started.n() == 0 ? point.count(0) : Long.valueOf(started.n() - without));
            MODES.forEach(mode -> row.with(mode, started.n() == 0 ? null : byMode.getOrDefault(mode, 0L)));
            return row.with("without_rhythm", started.n() == 0 ? null : without)
                    .with("provisional", started.isProvisional() || point.isUnfinished());
        });
    }

    static Rows outcomes(Cube cube, Asked asked) {
        Map<String, Long> byOutcome =
                sums(cube.counts().started().of(asked.period(), asked.filters()).toList(), Count::outcome);
        long all = byOutcome.values().stream().mapToLong(Long::longValue).sum();
        List<Map<String, @Nullable Object>> rows = byOutcome.entrySet().stream()
                .sorted(Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Entry.comparingByKey()))
                .map(outcome -> new RowOf()
                        .with("outcome", outcome.getKey())
                        .with("n", outcome.getValue())
                        .with("share", (double) outcome.getValue() / all)
                        .row())
                .toList();
        return new Rows(List.of("outcome", "n", "share"), rows);
    }

    static Rows durations(Cube cube, Asked asked, Measure measure) {
        Spread.Part part = cube.part(measure, asked.filters());
        return eachPoint(asked, point -> {
            Quarters time = Quarters.of(point.period());
            Observed observed = part.observed(time);
            return new RowOf()
                    .with("report_date", point.reportDate().toString())
                    .with("n", point.count(observed.n()))
                    .withSpread(part, time, observed)
                    .with("provisional", observed.isProvisional() || point.isUnfinished());
        });
    }

    /** A row for each point of the chart. */
    static Rows eachPoint(Asked asked, Function<Point, RowOf> toRow) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        asked.points().forEach(point -> rows.add(toRow.apply(point).row()));
        return new Rows(List.copyOf(rows.get(0).keySet()), rows);
    }

    private static List<Count> counts(Cube cube, Asked asked, Point point) {
        return cube.counts().started().of(point.period(), asked.filters()).toList();
    }

    private static Map<String, Long> sums(List<Count> counts, Function<Count, String> by) {
        return counts.stream().collect(Collectors.groupingBy(by, HashMap::new, Collectors.summingLong(Count::n)));
    }

    /** Conversations that started. */
    private record Totals(long n, long provisional) {

        static Totals of(List<Count> counts) {
            return new Totals(
                    counts.stream().mapToLong(Count::n).sum(),
                    counts.stream().mapToLong(Count::provisional).sum());
        }

        boolean isProvisional() {
            return Observed.isProvisional(provisional, n);
        }
    }
}
