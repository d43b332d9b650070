package dev.threadline.jobs.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which calendar a conversation is measured by: its team's schedule, else its channel's, else always open. Before the
 * first version of a team's schedule the channel's holds.
 *
 * <p>Made on the spot from the schedules, which can be sent around; safe for use by several threads.
 */
public final class Calendars {

    private static final Comparator<Schedule> BY_FIRST_DATE =
            Comparator.comparing(Schedule::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<Schedule> schedules;
    private final Set<String> teams;
    private final Set<String> channels;
    private final Map<Key, BusinessCalendar> calendars = new ConcurrentHashMap<>();

    public Calendars(List<Schedule> schedules) {
        this.schedules = schedules.stream().sorted(BY_FIRST_DATE).toList();
        this.teams = named(Schedule::teams);
        this.channels = named(Schedule::channels);
    }

    /** The calendar of a team's work on a channel; either may be unknown. */
    public BusinessCalendar of(@Nullable String team, @Nullable String channel) {
        Key key = new Key(
                team != null && teams.contains(team) ? team : null,
                channel != null && channels.contains(channel) ? channel : null);
        return key.equals(Key.UNSCHEDULED)
                ? BusinessCalendar.alwaysOpen()
                : calendars.computeIfAbsent(key, this::calendarFor);
    }

    private BusinessCalendar calendarFor(Key key) {
        Stream<Schedule> ofChannel = schedules.stream().filter(schedule -> names(schedule.channels(), key.channel()));
        Stream<Schedule> ofTeam = schedules.stream().filter(schedule -> names(schedule.teams(), key.team()));
        return new ScheduledCalendar(Stream.concat(ofChannel, ofTeam).toList());
    }

    private static boolean names(Set<String> names, @Nullable String name) {
        return name != null && names.contains(name);
    }

    private Set<String> named(Function<Schedule, Set<String>> names) {
        return schedules.stream()
                .flatMap(schedule -> names.apply(schedule).stream())
                .collect(Collectors.toSet());
    }

    /** A team and a channel, each {@code null} where no schedule names it. */
    private record Key(@Nullable String team, @Nullable String channel) {
        static final Key UNSCHEDULED = new Key(null, null);
    }
}
