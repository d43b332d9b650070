package dev.threadline.jobs.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * Open hours within one local day, in minutes since local midnight.
 *
 * @param startMinute first open minute, 0 to 1439
 * @param endMinute first closed minute, after the start, at most {@value #MINUTES_PER_DAY}, which is 24:00
 */
public record Window(int startMinute, int endMinute) implements Serializable {

    /** 24:00. */
    public static final int MINUTES_PER_DAY = 24 * 60;

    public Window {
        if (startMinute < 0 || endMinute <= startMinute || endMinute > MINUTES_PER_DAY) {
            throw new IllegalArgumentException("a window of minutes " + startMinute + " to " + endMinute
                    + " does not lie within one day; split hours that pass midnight into two days");
        }
    }

    /** When it starts on that date, as a local time. */
    LocalDateTime startOn(LocalDate date) {
        return date.atStartOfDay().plusMinutes(startMinute);
    }

    /** When it ends on that date, as a local time: 24:00 is the start of the next date. */
    LocalDateTime endOn(LocalDate date) {
        return date.atStartOfDay().plusMinutes(endMinute);
    }

    /** As it is written in a schedule: {@code 09:00-17:00}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%02d:%02d-%02d:%02d", startMinute / 60, startMinute % 60, endMinute / 60, endMinute % 60);
    }
}
