package dev.threadline.dashboard.web.parameter;

import dev.threadline.dashboard.query.Period;
import java.time.LocalDate;
import java.time.ZoneId;

/** The periods that have a name; they end with the day that the data ends on. */
public enum Preset {
    WEEK(7),
    MONTH(28),
    QUARTER(91),
    YEAR(364),
    ALL(0);

    private final int days;

    Preset(int days) {
        this.days = days;
    }

    Period period(LocalDate first, LocalDate last, ZoneId zone) {
        return days > 0 ? Period.endingWith(last, days, zone) : new Period(first, last.plusDays(1), zone);
    }

    /** What people call it. */
    public String label() {
        return switch (this) {
            case WEEK -> "Last 7 days";
            case MONTH -> "Last 28 days";
            case QUARTER -> "Last 13 weeks";
            case YEAR -> "Last 52 weeks";
            case ALL -> "All";
        };
    }
}
