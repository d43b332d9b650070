package dev.threadline.jobs.config;

import dev.threadline.jobs.yaml.BadValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of the file are written, one method for each kind. */
final class Values {

    static final String NONE = "none";
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
    private static final Pattern HADOOP_NAME = Pattern.compile("(fs|hadoop|io)\\.\\S+");
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private Values() {}

    static String text(String text) {
        return text;
    }

    /** The name of a setting of a file system as Hadoop knows it. */
    static String hadoopName(String text) throws BadValue {
        if (!HADOOP_NAME.matcher(text).matches()) {
            throw ConfigurationErrors.notAHadoopName(text);
        }
        return text;
    }

    /** A length above zero, or {@code none}. */
    static Optional<Duration> silence(String text) throws BadValue {
        if (text.equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        Duration silence = lengthOrNone(text);
        if (silence.isZero()) {
            throw ConfigurationErrors.zeroSilence(text);
        }
        return Optional.of(silence);
    }

    /** A length; {@code none} sets no end. */
    static Optional<Duration> lengthOrForEver(String text) throws BadValue {
        return text.equalsIgnoreCase(NONE) ? Optional.empty() : Optional.of(lengthOrNone(text));
    }

    /** A length; {@code none} is zero: a closed conversation stays closed. */
    static Duration reopenWindow(String text) throws BadValue {
        return text.equalsIgnoreCase(NONE) ? Duration.ZERO : lengthOrNone(text);
    }

    private static Duration lengthOrNone(String text) throws BadValue {
        try {
            return Durations.parse(text);
        } catch (BadValue e) {
            throw ConfigurationErrors.orNone(e);
        }
    }

    static Percentage share(String text) throws BadValue {
        Matcher percentage = PERCENTAGE.matcher(text);
        if (!percentage.matches()) {
            throw ConfigurationErrors.notAShare(text);
        }
        BigDecimal percent = new BigDecimal(percentage.group(1));
        if (percent.compareTo(Percentage.HUNDRED) > 0) {
            throw ConfigurationErrors.notAShare(text);
        }
        return new Percentage(percent);
    }

    static boolean truth(String text) throws BadValue {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ConfigurationErrors.neitherTrueNorFalse(text);
        };
    }

    static Policy policy(String text) throws BadValue {
        for (Policy policy : Policy.values()) {
            if (policy.key().equalsIgnoreCase(text)) {
                return policy;
            }
        }
        throw ConfigurationErrors.unknownPolicy(
                text, Arrays.stream(Policy.values()).map(Policy::key).toList());
    }

    /** A zone that keeps its history of clock changes; a bare offset is none. */
    static ZoneId zone(String text) throws BadValue {
        if (!ZONES.contains(text)) {
            // Abbreviations are left out: EET is no answer to EST.
            throw ConfigurationErrors.unknownZone(
                    text, ZONES.stream().filter(zone -> zone.contains("/")).toList());
        }
        return ZoneId.of(text);
    }

    static LocalDate date(String text) throws BadValue {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ConfigurationErrors.notADate(text);
        }
    }
}
