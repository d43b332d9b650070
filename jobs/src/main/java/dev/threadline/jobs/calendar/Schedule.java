package dev.threadline.jobs.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Open hours in local time, for the teams and channels that it names. Several schedules that name the same team are the
 * versions of its hours: each holds from its first date until the next one's.
 *
 * <p>A local time that a spring change skips is shifted forward by as much as was skipped; of a local time that an autumn
 * change repeats, the first is meant.
 *
 * @param name what the configuration calls it
 * @param holidays local dates that are closed all day
 * @param from the first local date that it holds for; {@code null} if it always did
 */
public record Schedule(
        String name,
        ZoneId zone,
        Set<String> teams,
        Set<String> channels,
        WeeklyHours hours,
        Set<LocalDate> holidays,
        @Nullable LocalDate from)
        implements Serializable {

    public Schedule {
        teams = sorted(teams);
        channels = sorted(channels);
        holidays = sorted(holidays);
    }

    /** The instant from which it holds. */
    long startMs() {
        return from == null
                ? Interval.ALL_TIME.startMs()
                : from.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The open intervals inside {@code bounds}; a clock change can make them overlap or leave their order. */
    List<Interval> openWithin(Interval bounds) {
        List<Interval> open = new ArrayList<>();
        // A day more on each side: a local date may begin before, or end after, its instants' own date.
        LocalDate lastDate = dateAt(bounds.endMs()).plusDays(1);
        for (LocalDate date = dateAt(bounds.startMs()).minusDays(1); !date.isAfter(lastDate); date = date.plusDays(1)) {
            if (holidays.contains(date)) {
                continue;
            }
            for (Window window : hours.on(date.getDayOfWeek())) {
                long startMs = instantMs(window.startOn(date));
                long endMs = instantMs(window.endOn(date));
                // A window that starts inside a spring gap can end before its shifted start.
                if (startMs < endMs) {
                    open.add(new Interval(startMs, endMs).clippedTo(bounds));
                }
            }
        }
        return open;
    }

    private LocalDate dateAt(long instantMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(instantMs), zone);
    }

    private long instantMs(LocalDateTime local) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    private static <T> SortedSet<T> sorted(Set<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
