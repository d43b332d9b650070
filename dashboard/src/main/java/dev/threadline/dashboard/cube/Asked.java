package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Grain;
import dev.threadline.dashboard.query.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a cube.
 *
 * @param firstDate the first date with data
 * @param asOf the instant that the data reach to
 */
record Asked(Filters filters, LocalDate firstDate, Instant asOf) {

    /**
     * A point of a chart over time.
     *
     * @param reportDate the first date of its day, week or month, which may lie before the period
     * @param period what of it is asked for
     * @param isKnown whether the data reach to some of it
     * @param isUnfinished whether it goes on after the data
     */
    record Point(LocalDate reportDate, Period period, boolean isKnown, boolean isUnfinished) {

        /** How often something was counted; where it never was and nothing is known, that is not 0. */
        @Nullable
        Long count(long n) {
            return n > 0 || isKnown ? n : null;
        }
    }

    Period period() {
        return filters.period();
    }

    /** The last date with data. */
    LocalDate asOfDate() {
        return asOf.atZone(period().zone()).toLocalDate();
    }

    /** Whether the data reach to an instant: from the first date on, until they end. */
    boolean knows(Instant at) {
        return !at.isBefore(firstDate.atStartOfDay(period().zone()).toInstant()) && !at.isAfter(asOf);
    }

    Quarters quarters() {
        return Quarters.of(period());
    }

    /** The points of a chart over the period. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        Period period = period();
        LocalDate asOfDate = asOfDate();
        LocalDate date = startOf(period.from());
        while (date.isBefore(period.until())) {
            LocalDate next = after(date);
            LocalDate from = date.isBefore(period.from()) ? period.from() : date;
            LocalDate until = next.isBefore(period.until()) ? next : period.until();
            boolean isKnown = next.isAfter(firstDate) && !date.isAfter(asOfDate);
            points.add(new Point(date, new Period(from, until, period.zone()), isKnown, next.isAfter(asOfDate)));
            date = next;
        }
        return points;
    }

    /** The first date of the day, week or month that a date lies in. */
    LocalDate startOf(LocalDate date) {
        return switch (filters.grain()) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    private LocalDate after(LocalDate date) {
        Grain grain = filters.grain();
        return switch (grain) {
            case DAY -> date.plusDays(1);
            case WEEK -> date.plusWeeks(1);
            case MONTH -> date.plusMonths(1);
        };
    }
}
