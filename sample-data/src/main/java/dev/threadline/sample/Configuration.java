package dev.threadline.sample;

import dev.threadline.sample.operation.OpeningHours.Window;
import dev.threadline.sample.operation.Team;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration that a sample is run with: the hours that its teams really kept. */
final class Configuration {

    private Configuration() {}

    static String of(List<Team> teams) {
        StringBuilder yaml =
                new StringBuilder("# The hours and holidays of the four teams of this sample.\nschedules:\n");
        for (Team team : teams) {
            yaml.append("  ").append(team.name()).append(":\n");
            yaml.append("    zone: ").append(team.zone().getId()).append('\n');
            yaml.append("    teams: [").append(team.name()).append("]\n");
            yaml.append("    hours: { ").append(hours(team.week())).append(" }\n");
            if (!team.holidays().isEmpty()) {
                yaml.append("    holidays: [").append(dates(team.holidays())).append("]\n");
            }
        }
        return yaml.toString();
    }

    private static String hours(Map<DayOfWeek, Window> week) {
        return week.entrySet().stream()
                .filter(day ->
                        day.getKey() == DayOfWeek.MONDAY || day.getKey().getValue() > DayOfWeek.FRIDAY.getValue())
                .map(day -> name(day.getKey()) + ": " + hours(day.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Monday stands for all working days, which have the same hours. */
    private static String name(DayOfWeek day) {
        return day == DayOfWeek.MONDAY ? "mon-fri" : day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String hours(Window window) {
        return time(window.fromMinute()) + "-" + time(window.untilMinuteExclusive());
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private static String dates(List<LocalDate> dates) {
        return dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }
}
