package dev.threadline.sample.operation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a team answers: at most one window a day, in local time, none on holidays. */
public final class OpeningHours {

    /** One day's window in minutes since midnight. */
    public record Window(int fromMinute, int untilMinuteExclusive) {}

    private static final long MINUTE_MS = 60_000;

    private final LocalClock clock;
    private final Map<DayOfWeek, Window> week;
    private final Set<Long> holidays;

    /** The hours of a week in the time of a clock, without the holidays. */
    public OpeningHours(LocalClock clock, Map<DayOfWeek, Window> week, List<LocalDate> holidays) {
        this.clock = clock;
        this.week = week;
        this.holidays = Set.copyOf(holidays.stream().map(LocalDate::toEpochDay).toList());
    }

    /** The window of a local date, or null when the team is closed all day. */
    public @Nullable Window on(long localDay) {
        return holidays.contains(localDay) ? null : week.get(weekday(localDay));
    }

    /** True if the team answers at this instant. */
    public boolean isOpen(long instantMs) {
        Window window = on(clock.localDay(instantMs));
        long minute = clock.timeOfDayMs(instantMs) / MINUTE_MS;
        return window != null && minute >= window.fromMinute() && minute < window.untilMinuteExclusive();
    }

    /** How many days of the week the team is open at all. */
    public int daysAWeek() {
        return week.size();
    }

    /** The weekday of a local date. */
    public static DayOfWeek weekday(long localDay) {
        return DayOfWeek.of(Math.floorMod(localDay + 3, 7) + 1);
    }
}
