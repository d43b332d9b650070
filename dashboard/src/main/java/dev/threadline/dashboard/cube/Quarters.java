package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time in quarters of an hour since 1970: each lies in one hour and one date of any zone.
 *
 * @param from the first
 * @param until the one after the last
 */
record Quarters(int from, int until) {

    static final int SECONDS = 900;

    static Quarters of(Period period) {
        return between(period.from(), period.until(), period.zone());
    }

    static Quarters between(LocalDate from, LocalDate until, ZoneId zone) {
        return new Quarters(start(from, zone), start(until, zone));
    }

    Quarters within(Quarters other) {
        int first = Math.max(from, other.from);
        return new Quarters(first, Math.max(first, Math.min(until, other.until)));
    }

    private static int start(LocalDate date, ZoneId zone) {
        Instant midnight = date.atStartOfDay(zone).toInstant();
        return Math.toIntExact(Math.floorDiv(midnight.getEpochSecond(), SECONDS));
    }
}
