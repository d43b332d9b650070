package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many conversations there were, by report date, cell and outcome. */
final class Tally {

    /**
     * Conversations of one report date, cell and outcome.
     *
     * @param n all of them
     * @param provisional those that can still change
     */
    record Count(LocalDate reportDate, Cell cell, String outcome, long n, long provisional) {}

    private final ByDate<Count> counts;

    Tally(List<Count> counts) {
        this.counts = new ByDate<>(
                counts.stream().sorted(Comparator.comparing(Count::reportDate)).toList(), Count::reportDate);
    }

    Stream<Count> of(Period period, Filters filters) {
        Stream<Count> inside = counts.of(period.from(), period.until()).stream();
        return Cell.allFit(filters)
                ? inside
                : inside.filter(count -> count.cell().fits(filters));
    }

    long n(Period period, Filters filters) {
        return of(period, filters).mapToLong(Count::n).sum();
    }

    /** Those of some conversations that ended with a question nobody answered. */
    static long unanswered(List<Count> counts) {
        return counts.stream()
                .filter(count -> count.outcome().equals("unanswered"))
                .mapToLong(Count::n)
                .sum();
    }

    long total() {
        return counts.all().stream().mapToLong(Count::n).sum();
    }

    Set<Cell> cells() {
        return counts.all().stream().map(Count::cell).collect(Collectors.toSet());
    }

    /** The report dates with any; the period that is asked for where there are none. */
    Period within(Period asked) {
        List<Count> all = counts.all();
        if (all.isEmpty()) {
            return asked;
        }
        LocalDate last = all.get(all.size() - 1).reportDate();
        return new Period(all.get(0).reportDate(), last.plusDays(1), asked.zone());
    }
}
