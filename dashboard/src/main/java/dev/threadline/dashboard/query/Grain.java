package dev.threadline.dashboard.query;

import java.time.temporal.ChronoUnit;

/** The calendar unit that a chart over time counts by. */
public enum Grain {
    DAY,
    WEEK,
    MONTH;

    private static final long MOST_DAYS = 100;
    private static final long MOST_DAYS_BY_WEEK = 400;

    /** The finest grain that still leaves a period legible. */
    static Grain of(Period period) {
        long days = ChronoUnit.DAYS.between(period.from(), period.until());
        return days <= MOST_DAYS ? DAY : days <= MOST_DAYS_BY_WEEK ? WEEK : MONTH;
    }
}
