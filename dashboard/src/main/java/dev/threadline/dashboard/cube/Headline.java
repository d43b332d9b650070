package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.cube.Tally.Count;
import dev.threadline.dashboard.result.Rows;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the overview's first sentence says, and the hour of the week when customers wait longest. */
final class Headline {

    /** An hour of the week counts as slow only if it is not a handful of conversations. */
    private static final int FEWEST = 10;

    private static final double SMALLEST_SHARE = 500;

    /** An hour of the week, from Monday, 1. */
    private record WeekHour(int weekday, int hour) implements Comparable<WeekHour> {

        @Override
        public int compareTo(WeekHour other) {
            return weekday == other.weekday
                    ? Integer.compare(hour, other.hour)
                    : Integer.compare(weekday, other.weekday);
        }
    }

    /** The customers who came in an hour of the week. */
    private record Slow(WeekHour time, long n, double medianMs) {}

    private Headline() {}

    static Rows rows(Cube cube, Asked asked) {
        List<Count> started =
                cube.counts().started().of(asked.period(), asked.filters()).toList();
        Spread.Part given = cube.part(Measure.FIRST_RESPONSE, asked.filters());
        Optional<Slow> slowest = slowest(cube.part(Measure.FIRST_RESPONSE_OF_STARTED, asked.filters()), cube, asked);
        Map<String, @Nullable Object> row = new RowOf()
                .with("n", started.stream().mapToLong(Count::n).sum())
                .with("answered", given.observed(asked.quarters()).n())
                .with("median_ms", given.quantileMs(0.5, List.of(asked.quarters())))
                .with("unanswered", Tally.unanswered(started))
                .with(
                        "slowest_weekday",
                        slowest.map(slow -> (long) slow.time.weekday).orElse(null))
                .with("slowest_hour", slowest.map(slow -> (long) slow.time.hour).orElse(null))
                .with("slowest_n", slowest.map(Slow::n).orElse(null))
                .with("slowest_median_ms", slowest.map(Slow::medianMs).orElse(null))
                .row();
        return new Rows(List.copyOf(row.keySet()), List.of(row));
    }

    private static Optional<Slow> slowest(Spread.Part part, Cube cube, Asked asked) {
        Quarters held =
                asked.quarters().within(Quarters.of(cube.counts().started().within(asked.period())));
        double fewest = Math.max(FEWEST, part.observed(held).n() / SMALLEST_SHARE);
        List<Slow> hours = new ArrayList<>();
        hoursOfWeek(held, asked).forEach((time, stretches) -> {
            long n = stretches.stream()
                    .mapToLong(stretch -> part.observed(stretch).n())
                    .sum();
            Double median = n < fewest ? null : part.quantileMs(0.5, stretches);
            if (median != null) {
                hours.add(new Slow(time, n, median));
            }
        });
        return hours.stream()
                .min(Comparator.comparingDouble(Slow::medianMs).reversed().thenComparing(Slow::time));
    }

    /** Where in time each hour of the week lies. */
    private static SortedMap<WeekHour, List<Quarters>> hoursOfWeek(Quarters time, Asked asked) {
        SortedMap<WeekHour, List<Quarters>> hours = new TreeMap<>();
        int from = time.from();
        while (from < time.until()) {
            WeekHour hour = hourOf(from, asked);
            int until = from + 1;
            while (until < time.until() && hourOf(until, asked).equals(hour)) {
                until++;
            }
            hours.computeIfAbsent(hour, unseen -> new ArrayList<>()).add(new Quarters(from, until));
            from = until;
        }
        return hours;
    }

    private static WeekHour hourOf(int quarter, Asked asked) {
        ZonedDateTime local = Instant.ofEpochSecond((long) quarter * Quarters.SECONDS)
                .atZone(asked.period().zone());
        return new WeekHour(local.getDayOfWeek().getValue(), local.getHour());
    }
}
