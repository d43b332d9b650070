package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.error.DashboardErrors;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of messages as people write it.
 *
 * @param words in lower case, such as {@code 10m}
 */
record Quantity(String words, long number) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,8})([km]?)");

    static Quantity parse(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        Matcher written = WRITTEN.matcher(words);
        if (!written.matches()) {
            throw DashboardErrors.badQuantity(text);
        }
        long unit = switch (written.group(2)) {
            case "k" -> 1_000;
            case "m" -> 1_000_000;
            default -> 1;
        };
        return new Quantity(words, Long.parseLong(written.group(1)) * unit);
    }
}
