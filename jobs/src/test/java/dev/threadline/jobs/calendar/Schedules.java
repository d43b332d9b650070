package dev.threadline.jobs.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vocabulary of the calendars' tests. */
final class Schedules {

    static final String NEW_YORK = "America/New_York";
    static final Window WHOLE_DAY = window(0, 24);
    static final Window NINE_TO_FIVE = window(9, 17);
    static final WeeklyHours OFFICE_HOURS = on(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, NINE_TO_FIVE);

    private Schedules() {}

    static Window window(int startHour, int endHour) {
        return new Window(startHour * 60, endHour * 60);
    }

    static WeeklyHours daily(Window... windows) {
        return on(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, windows);
    }

    static WeeklyHours on(DayOfWeek first, DayOfWeek last, Window... windows) {
        Map<DayOfWeek, List<Window>> hours = new EnumMap<>(DayOfWeek.class);
        EnumSet.range(first, last).forEach(day -> hours.put(day, List.of(windows)));
        return new WeeklyHours(hours);
    }

    static Schedule schedule(String zone, WeeklyHours hours, LocalDate... holidays) {
        return new Schedule("s", ZoneId.of(zone), Set.of("team"), Set.of(), hours, Set.of(holidays), null);
    }

    static Schedule startingOn(@Nullable LocalDate date, Schedule schedule) {
        return new Schedule(
                schedule.name(),
                schedule.zone(),
                schedule.teams(),
                schedule.channels(),
                schedule.hours(),
                schedule.holidays(),
                date);
    }

    static Schedule forChannel(String channel, Schedule schedule) {
        return new Schedule(
                schedule.name(),
                schedule.zone(),
                Set.of(),
                Set.of(channel),
                schedule.hours(),
                schedule.holidays(),
                schedule.from());
    }
}
