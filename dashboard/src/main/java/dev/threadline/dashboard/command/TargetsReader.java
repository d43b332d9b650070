package dev.threadline.dashboard.command;

import dev.threadline.dashboard.config.Section;
import dev.threadline.dashboard.web.question.Targets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code targets:} of the configuration: teams, and in each the lengths of time by channel. */
final class TargetsReader {

    private static final Pattern LENGTH = Pattern.compile(
            "(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final List<Duration> UNITS = List.of(
            Duration.ofDays(7),
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(1));

    private TargetsReader() {}

    static Targets read(Section targets) {
        Map<String, Map<String, Duration>> byTeam = new HashMap<>();
        for (String team : targets.keys()) {
            Section channels = targets.section(team);
            Map<String, Duration> lengths = new HashMap<>();
            for (String channel : channels.keys()) {
                channels.text(channel, TargetsReader::length).ifPresent(length -> lengths.put(channel, length));
            }
            byTeam.put(team, lengths);
        }
        return new Targets(byTeam);
    }

    /** A length above zero as the configuration writes them: {@code 90s}, {@code 1h30m}, {@code PT15M}. */
    private static Duration length(String written) {
        String compact = written.replace(" ", "").toLowerCase(Locale.ROOT);
        Duration length = compact.startsWith("p") ? iso(compact) : sum(LENGTH.matcher(compact));
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException(written + " is no length of time. Write one like 90s, 15m or 1h30m");
        }
        return length;
    }

    private static Duration iso(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeException malformed) {
            return Duration.ZERO;
        }
    }

    private static Duration sum(Matcher parts) {
        Duration sum = Duration.ZERO;
        for (int i = 0; parts.matches() && i < UNITS.size(); i++) {
            String count = parts.group(i + 1);
            if (count != null) {
                sum = sum.plus(UNITS.get(i).multipliedBy(Long.parseLong(count)));
            }
        }
        return sum;
    }
}
