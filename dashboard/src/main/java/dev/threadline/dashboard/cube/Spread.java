package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.cube.RankMatrix.Stretch;
import dev.threadline.dashboard.query.Filters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All observations of one duration in a publication: how any period's, of any cells, are spread. */
final class Spread {

    private final long[] distinctMs;
    private final Series all;
    private final Map<Cell, Series> byCell = new LinkedHashMap<>();

    Spread(Values all, Map<Cell, Values> byCell) {
        this.distinctMs = all.distinct();
        int levels = RankMatrix.levelsFor(distinctMs.length);
        this.all = new Series(all, all.places(distinctMs), levels);
        byCell.forEach((cell, values) -> this.byCell.put(cell, new Series(values, values.places(distinctMs), levels)));
    }

    /** What passes the filters; the period is asked for later. */
    Part part(Filters filters) {
        if (Cell.allFit(filters)) {
            return new Part(List.of(all));
        }
        return new Part(fitting(filters).map(Entry::getValue).toList());
    }

    /** What passes the filters, in parts of cells with the same key. */
    <K> Map<K, Part> parts(Filters filters, Function<Cell, K> key) {
        return fitting(filters)
                .collect(Collectors.groupingBy(
                        cell -> key.apply(cell.getKey()),
                        Collectors.collectingAndThen(
                                Collectors.mapping(Entry::getValue, Collectors.toList()), Part::new)));
    }

    private Stream<Entry<Cell, Series>> fitting(Filters filters) {
        return byCell.entrySet().stream().filter(cell -> cell.getKey().fits(filters));
    }

    /** The observations that pass some filters. */
    final class Part {

        private final List<Series> series;

        private Part(List<Series> series) {
            this.series = series;
        }

        Observed observed(Quarters asked) {
            return Observed.all(series.stream().map(one -> one.observed(asked)).toList());
        }

        /** A quantile of all observations in any of some stretches of time, as {@code quantile_cont} has it. */
        @Nullable
        Double quantileMs(double share, List<Quarters> asked) {
            List<Stretch> stretches = new ArrayList<>();
            long n = 0;
            for (Series one : series) {
                for (Quarters time : asked) {
                    Stretch stretch = one.stretch(time);
                    if (stretch.length() > 0) {
                        stretches.add(stretch);
                        n += stretch.length();
                    }
                }
            }
            return n == 0 ? null : quantileMs(share, n, stretches);
        }

        private double quantileMs(double share, long n, List<Stretch> stretches) {
            double place = (n - 1) * share;
            long below = (long) Math.floor(place);
            double lower = distinctMs[RankMatrix.smallest(below, stretches)];
            if (below == place) {
                return lower;
            }
            double upper = distinctMs[RankMatrix.smallest(below + 1, stretches)];
            return lower + (place - below) * (upper - lower);
        }
    }
}
