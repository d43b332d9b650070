package dev.threadline.jobs.config;

import dev.threadline.jobs.calendar.Schedule;
import dev.threadline.jobs.calendar.WeeklyHours;
import dev.threadline.jobs.yaml.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the schedules and sees to it that no two of them set the same hours. */
final class SchedulesReader {

    private static final String ZONE_CURE =
            "Write the IANA zone that the hours are local to, for example zone: Europe/Berlin";

    private final Map<Version, String> names = new HashMap<>();

    /** All schedules in the order of the file. */
    static List<Schedule> read(Section section) {
        SchedulesReader reader = new SchedulesReader();
        List<Schedule> schedules = new ArrayList<>();
        for (String name : section.keys()) {
            schedules.add(reader.read(name, section.section(name)));
        }
        return schedules;
    }

    private Schedule read(String name, Section section) {
        Section hoursSection = section.section("hours");
        WeeklyHours hours = HoursReader.read(hoursSection);
        if (hoursSection.isSound() && hours.windows().isEmpty()) {
            hoursSection.mistake(ConfigurationErrors.noWindows());
        }
        Schedule schedule = new Schedule(
                name,
                section.required("zone", Defaults.REPORT_ZONE, Values::zone, ZONE_CURE),
                new HashSet<>(section.values("teams", Values::text)),
                new HashSet<>(section.values("channels", Values::text)),
                hours,
                new HashSet<>(section.values("holidays", Values::date)),
                section.value("from", Optional.<LocalDate>empty(), text -> Optional.of(Values.date(text)))
                        .orElse(null));
        section.refuseUnknownKeys();
        if (section.isSound()
                && schedule.teams().isEmpty()
                && schedule.channels().isEmpty()) {
            section.mistake(ConfigurationErrors.servesNobody());
        }
        if (section.isSound()) {
            refuseTwins("team", schedule.teams(), schedule, section);
            refuseTwins("channel", schedule.channels(), schedule, section);
        }
        return schedule;
    }

    private void refuseTwins(String kind, Set<String> served, Schedule schedule, Section section) {
        for (String name : served) {
            @Nullable String twin = names.putIfAbsent(new Version(kind, name, schedule.from()), schedule.name());
            if (twin != null) {
                String from = schedule.from() == null
                        ? "the beginning"
                        : schedule.from().toString();
                section.mistake(ConfigurationErrors.sameVersion(twin, kind, name, from));
            }
        }
    }

    /** Whose hours, from when. */
    private record Version(
            String kind, String name, @Nullable LocalDate from) {}
}
