package dev.threadline.dashboard.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What several queries have in common, each part in a file of the folder {@code shared}. A query takes it in by
 * {@code {use: name}}; {@code {use: name word=text}} also says what stands for {@code {word}} in it.
 */
final class SharedSql {

    private static final Pattern USE = Pattern.compile("\\{use: (?<name>[a-z-]+)(?<words>(?: [a-z_]+=[a-z_]+)*)}");

    private SharedSql() {}

    /** A query with everything that it uses in place. */
    static String inPlace(String query) {
        Matcher use = USE.matcher(query);
        if (!use.find()) {
            return query;
        }
        return inPlace(use.replaceAll(found -> Matcher.quoteReplacement(filledIn(
                SqlFile.text("shared/" + use.group("name")), use.group("words").strip()))));
    }

    private static String filledIn(String shared, String words) {
        String text = shared;
        if (!words.isEmpty()) {
            for (String word : words.split(" ", -1)) {
                int equals = word.indexOf('=');
                text = text.replace("{" + word.substring(0, equals) + "}", word.substring(equals + 1));
            }
        }
        return text;
    }
}
