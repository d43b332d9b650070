package dev.threadline.jobs.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schedules around a clock change, by seed. */
final class RandomSchedules {

    /** Changes of an hour, of half an hour, of a quarter, of two hours, at midnight, a minute past it, and of a day. */
    private static final List<ZoneId> ZONES = List.of(
                    "America/New_York",
                    "Europe/Berlin",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "America/Sao_Paulo",
                    "America/Havana",
                    "America/St_Johns",
                    "Antarctica/Troll",
                    "Africa/Casablanca",
                    "Pacific/Apia",
                    "UTC")
            .stream()
            .map(ZoneId::of)
            .toList();

    private final Random random;
    private final ZoneId zone;
    private final Instant change;

    RandomSchedules(long seed) {
        random = new Random(seed);
        zone = ZONES.get((int) (seed % ZONES.size()));
        Instant from = Instant.parse("1970-01-01T00:00:00Z").plus(random.nextInt(365 * 130), ChronoUnit.DAYS);
        change = changeNear(from);
    }

    /** The clock change that they are drawn around. */
    Instant change() {
        return change;
    }

    /** One to three versions, in rising order of precedence. */
    List<Schedule> versions() {
        List<Schedule> versions = new ArrayList<>();
        versions.add(schedule(random.nextBoolean() ? null : day(-2)));
        if (random.nextBoolean()) {
            versions.add(schedule(day(0)));
        }
        if (random.nextInt(4) == 0) {
            versions.add(schedule(day(2)));
        }
        return versions;
    }

    private Schedule schedule(@Nullable LocalDate from) {
        Map<DayOfWeek, List<Window>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, windows());
        }
        Set<LocalDate> holidays = new HashSet<>();
        if (random.nextBoolean()) {
            holidays.add(day(random.nextInt(7) - 3));
        }
        return new Schedule("s", zone, Set.of("team"), Set.of(), new WeeklyHours(hours), holidays, from);
    }

    private List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            int[] minutes = random.ints(0, 97)
                    .map(quarter -> quarter * 15)
                    .distinct()
                    .limit(2)
                    .sorted()
                    .toArray();
            windows.add(new Window(minutes[0], minutes[1]));
        }
        // Clocks change at night: most days have hours there.
        if (random.nextInt(3) > 0) {
            windows.add(new Window(random.nextInt(120), 120 + random.nextInt(120)));
        }
        return windows;
    }

    private LocalDate day(int fromChange) {
        return LocalDate.ofInstant(change, zone).plusDays(fromChange);
    }

    private Instant changeNear(Instant instant) {
        @Nullable ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
        @Nullable ZoneOffsetTransition previous = zone.getRules().previousTransition(instant);
        if (next != null) {
            return next.getInstant();
        }
        return previous != null && previous.getInstant().getEpochSecond() > 0 ? previous.getInstant() : instant;
    }
}
