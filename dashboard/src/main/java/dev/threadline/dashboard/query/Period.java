package dev.threadline.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole report dates, half-open.
 *
 * @param from the first date
 * @param until the date after the last
 * @param zone the report zone
 */
public record Period(LocalDate from, LocalDate until, ZoneId zone) {

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period from %s until %s has no day".formatted(from, until));
        }
    }

    /** The days that end with {@code last}. */
    public static Period endingWith(LocalDate last, int days, ZoneId zone) {
        return new Period(last.plusDays(1L - days), last.plusDays(1), zone);
    }

    public Instant fromInstant() {
        return from.atStartOfDay(zone).toInstant();
    }

    public Instant untilInstant() {
        return until.atStartOfDay(zone).toInstant();
    }

    /** As many days, directly before. */
    public Period previous() {
        return daysBefore(ChronoUnit.DAYS.between(from, until));
    }

    /** As many days, this many days earlier. */
    public Period daysBefore(long days) {
        return new Period(from.minusDays(days), until.minusDays(days), zone);
    }
}
