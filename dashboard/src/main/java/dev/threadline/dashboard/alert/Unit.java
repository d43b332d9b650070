package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.config.Lengths;
import java.time.Duration;
import java.util.Locale;

/** What a metric is measured in, and how its limits are written. */
enum Unit {
    /** Milliseconds; written {@code 15m}, {@code 1h30m}. */
    DURATION {
        @Override
        double parse(String text) {
            return Lengths.parse(text).toMillis();
        }

        @Override
        String inWords(double value) {
            Duration rounded = Duration.ofSeconds(Math.round(value / 1_000));
            if (rounded.toDays() > 0) {
                return two(rounded.toDays(), "d", rounded.toHoursPart(), "h");
            }
            return rounded.toHours() > 0
                    ? two(rounded.toHours(), "h", rounded.toMinutesPart(), "min")
                    : two(rounded.toMinutes(), "min", rounded.toSecondsPart(), "s");
        }

        /** The larger, and the smaller where it is not 0. */
        private static String two(long larger, String unit, int smaller, String part) {
            if (larger == 0) {
                return smaller + " " + part;
            }
            return smaller == 0 ? larger + " " + unit : "%d %s %d %s".formatted(larger, unit, smaller, part);
        }
    },
    NUMBER {
        @Override
        double parse(String text) {
            if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
                throw new IllegalArgumentException("'%s' is no number; write 200 or 2.5".formatted(text));
            }
            return Double.parseDouble(text);
        }

        @Override
        String inWords(double value) {
            return value == Math.rint(value)
                    ? String.format(Locale.ROOT, "%,d", (long) value)
                    : String.format(Locale.ROOT, "%,.2f", value);
        }
    },
    /** From 0 to 1; written {@code 20%}. */
    SHARE {
        @Override
        double parse(String text) {
            return percent(text) / 100;
        }

        @Override
        String inWords(double value) {
            return String.format(Locale.ROOT, "%.1f %%", value * 100);
        }
    };

    /** A limit as it is written; the exception's message says how to. */
    abstract double parse(String text);

    /** A value for people. */
    abstract String inWords(double value);

    /** A percentage, as a number up to a thousand. */
    static double percent(String text) {
        if (!text.matches("[+-]?\\d{1,4}(\\.\\d{1,3})?%")) {
            throw new IllegalArgumentException("'%s' is no percentage; write 20%%".formatted(text));
        }
        return Double.parseDouble(text.substring(0, text.length() - 1));
    }
}
