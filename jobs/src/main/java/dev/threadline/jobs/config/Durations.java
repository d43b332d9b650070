package dev.threadline.jobs.config;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.yaml.BadValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as they are written: {@code 30s}, {@code 1h30m}, {@code 14d}, {@code PT5M}. */
public final class Durations {

    private static final Pattern PARTS = Pattern.compile(
            "(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.WEEKS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS,
            ChronoUnit.MILLIS);
    private static final Duration LONGEST = Duration.ofDays(36_500);
    /** From here on days are the more readable unit; 24h and 72h are not. */
    private static final Duration SHOWN_IN_DAYS = Duration.ofDays(7);

    private Durations() {}

    /**
     * A length above zero that an option of the command line gives.
     *
     * @throws UserError if it cannot be used
     */
    public static Duration ofOption(String option, String text) {
        try {
            return parsePositive(text);
        } catch (BadValue bad) {
            throw new UserError(option + " cannot be used", bad.whyAndCure(), "See --help for an example", bad);
        }
    }

    /** A length of at least zero. */
    static Duration parse(String text) throws BadValue {
        Duration duration = text.regionMatches(true, 0, "P", 0, 1) ? parseIso(text) : parseParts(text);
        if (duration.isNegative()) {
            throw ConfigurationErrors.negativeDuration(text);
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw ConfigurationErrors.tooLong(text);
        }
        if (!duration.truncatedTo(ChronoUnit.MILLIS).equals(duration)) {
            throw ConfigurationErrors.finerThanMilliseconds(text);
        }
        return duration;
    }

    /** A length above zero. */
    static Duration parsePositive(String text) throws BadValue {
        Duration duration = parse(text);
        if (duration.isZero()) {
            throw ConfigurationErrors.zeroDuration(text);
        }
        return duration;
    }

    /** The one way to write it with the units of the file. */
    static String format(Duration duration) {
        boolean inDays = duration.compareTo(SHOWN_IN_DAYS) >= 0;
        String text = part(inDays ? duration.toDaysPart() : 0, "d")
                + part(inDays ? duration.toHoursPart() : duration.toHours(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static Duration parseIso(String text) throws BadValue {
        try {
            return Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw ConfigurationErrors.notADuration(text);
        }
    }

    private static Duration parseParts(String text) throws BadValue {
        String compact = text.replace(" ", "").toLowerCase(Locale.ROOT);
        if (compact.matches("-?[\\d.]+")) {
            throw ConfigurationErrors.durationWithoutUnit(text);
        }
        Matcher parts = PARTS.matcher(compact);
        if (compact.isEmpty() || !parts.matches()) {
            throw ConfigurationErrors.notADuration(text);
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < UNITS.size(); i++) {
            String count = parts.group(i + 1);
            if (count != null) {
                sum = sum.plus(UNITS.get(i).getDuration().multipliedBy(Long.parseLong(count)));
            }
        }
        return sum;
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
