package dev.threadline.dashboard.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as the configuration writes them, and the jobs read them: {@code 90s}, {@code 1h30m}, {@code PT15M}. */
public final class Lengths {

    private static final Pattern PARTS = Pattern.compile(
            "(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final List<Duration> UNITS = List.of(
            Duration.ofDays(7),
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(1));

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Lengths() {}

    /** A length above zero, of at most 100 years; the exception's message says what to write. */
    public static Duration parse(String written) {
        String compact = written.replace(" ", "").toLowerCase(Locale.ROOT);
        Duration length = compact.startsWith("p") ? iso(compact) : sum(PARTS.matcher(compact));
        if (length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'%s' is longer than 100 years; write a shorter one".formatted(written));
        }
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException(
                    "'%s' is no length of time; write one like 90s, 15m or 1h30m".formatted(written));
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
