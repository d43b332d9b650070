package dev.threadline.jobs.config;

import dev.threadline.jobs.calendar.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings as sorted maps, lists, texts and truth values, by the names of the file. */
final class SettingsTree {

    /** {@code scheme://user:password@host}; a container of Azure's, {@code scheme://container@host}, is no secret. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@:]*:[^/@]*(?=@)");

    /** What the names of settings have in common whose values nobody shall read. */
    private static final Pattern SECRET = Pattern.compile("(?i)key|secret|token|password|credential|sas");

    private SettingsTree() {}

    static Map<String, Object> of(Configuration configuration) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("warehouse", CREDENTIALS.matcher(configuration.warehouse()).replaceAll("***"));
        if (!configuration.storage().isEmpty()) {
            tree.put("storage", storage(configuration.storage()));
        }
        tree.put("report-zone", configuration.reportZone().getId());
        tree.put("policy", configuration.policy().key());
        if (configuration.inference().policyFile() != null) {
            tree.put("policy-file", configuration.inference().policyFile());
        }
        if (configuration.inference().maxGap() != null) {
            tree.put("max-gap", Durations.format(configuration.inference().maxGap()));
        }
        tree.put("give-up", Durations.format(configuration.giveUp()));
        tree.put("attention-cap", Durations.format(configuration.attentionCap()));
        tree.put("sync-switch", Durations.format(configuration.syncSwitch()));
        tree.put("episode-gap", Durations.format(configuration.episodeGap()));
        tree.put("max-rejects", configuration.maxRejects().toString());
        tree.put(
                "retain-publications",
                Durations.format(configuration.retention().publications()));
        tree.put("text-retention", lengthOrNone(configuration.retention().text()));
        tree.put("channels", channels(configuration.channels()));
        tree.put("schedules", schedules(configuration.schedules()));
        tree.put("targets", targets(configuration.targets()));
        tree.put("dashboard", Map.of("show-text", configuration.dashboard().showText()));
        return tree;
    }

    private static Map<String, Object> storage(Map<String, String> storage) {
        Map<String, Object> tree = new TreeMap<>();
        storage.forEach((key, value) -> tree.put(key, SECRET.matcher(key).find() ? "***" : value));
        return tree;
    }

    private static Map<String, Object> channels(Channels channels) {
        Map<String, Object> tree = new TreeMap<>();
        channels.named().forEach((name, rules) -> tree.put(name, channel(rules)));
        tree.put("default", channel(channels.others()));
        return tree;
    }

    private static Map<String, Object> channel(ChannelRules rules) {
        return new TreeMap<>(Map.of(
                "silence", lengthOrNone(rules.silence()),
                "reopen-window", Durations.format(rules.reopenWindow()),
                "engagement-window", Durations.format(rules.engagementWindow())));
    }

    private static String lengthOrNone(@Nullable Duration length) {
        return length == null ? Values.NONE : Durations.format(length);
    }

    private static Map<String, Object> schedules(List<Schedule> schedules) {
        Map<String, Object> tree = new TreeMap<>();
        schedules.forEach(schedule -> tree.put(schedule.name(), schedule(schedule)));
        return tree;
    }

    private static Map<String, Object> schedule(Schedule schedule) {
        Map<String, Object> hours = new TreeMap<>();
        schedule.hours().windows().forEach((day, windows) -> hours.put(HoursReader.key(day), texts(windows.stream())));
        Map<String, Object> tree = new TreeMap<>();
        tree.put("zone", schedule.zone().getId());
        tree.put("teams", texts(schedule.teams().stream()));
        tree.put("channels", texts(schedule.channels().stream()));
        tree.put("hours", hours);
        tree.put("holidays", texts(schedule.holidays().stream()));
        if (schedule.from() != null) {
            tree.put("from", schedule.from().toString());
        }
        return tree;
    }

    private static Map<String, Object> targets(Targets targets) {
        Map<String, Object> tree = new TreeMap<>();
        targets.byTeam().forEach((team, channels) -> {
            Map<String, Object> lengths = new TreeMap<>();
            channels.forEach((channel, length) -> lengths.put(channel, Durations.format(length)));
            tree.put(team, lengths);
        });
        return tree;
    }

    private static List<String> texts(Stream<?> values) {
        return values.map(Object::toString).toList();
    }
}
