package dev.threadline.jobs.calendar;

/**
 * The open hours that a duration is measured against for its {@code _business_ms} twin. Instants are epoch
 * milliseconds, ranges are half-open. Safe for use by several threads.
 */
public interface BusinessCalendar {

    /**
     * The open part of a range, in milliseconds: 0 where all of it is closed, never more than its length.
     *
     * @throws IllegalArgumentException if the range ends before it starts
     */
    long openMillis(long startInclusiveMs, long endExclusiveMs);

    /** Whether the instant lies in open hours; the instant at which a window ends does not. */
    boolean isOpen(long instantMs);

    /** The calendar of those who never close: business time is wall time. */
    static BusinessCalendar alwaysOpen() {
        return AlwaysOpen.INSTANCE;
    }
}
