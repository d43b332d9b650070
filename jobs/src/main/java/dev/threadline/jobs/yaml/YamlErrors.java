package dev.threadline.jobs.yaml;

import dev.threadline.ingestion.UserError;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Every mistake that any file of keys and values can hold: the problem, why, what to do. */
public final class YamlErrors {

    private static final int LONGEST_QUOTE = 60;

    private YamlErrors() {}

    /** All mistakes of one file. */
    static UserError mistakes(String origin, String guide, List<Problem> problems) {
        String count = problems.size() == 1 ? "a mistake" : problems.size() + " mistakes";
        String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return new UserError(
                origin + " has " + count,
                "Nothing was read or written",
                "Correct this (" + guide + " explains every key):" + lines);
    }

    static String notYaml(String problem) {
        return "this is not YAML: " + problem + ". Check indentation (spaces, no tabs), colons, brackets and quotes";
    }

    static String notAMap() {
        return "expected keys with values here. Write 'key: value', each on its own line and indented";
    }

    static String keyIsNoText() {
        return "a key must be plain text. Remove the brackets or the '?' before it";
    }

    static String duplicateKey(int firstLine) {
        return "this key is given twice, first in line " + firstLine + ". Remove one of the two";
    }

    static String unknownKey(String key, Collection<String> known) {
        return "unknown key " + quoted(key) + ". "
                + Suggestions.closest(key, known)
                        .map(name -> "Did you mean '" + name + "'?")
                        .orElse("Known here: " + String.join(", ", known));
    }

    static String missingKey(String key, String cure) {
        return "'" + key + "' is missing. " + cure;
    }

    static BadValue notOneValue() {
        return new BadValue("expected a single value. Remove the brackets, braces or indented lines");
    }

    static BadValue noValue() {
        return new BadValue("there is no value. Write one, or remove the key to use the default");
    }

    /** A value that is written wrong: why, and what to write instead. */
    public static BadValue bad(String text, String why, String cure) {
        return new BadValue(quoted(text) + " " + why + ". " + cure);
    }

    /** The candidate that was probably meant, or else another cure. */
    public static String meant(String text, Collection<String> candidates, String otherwise) {
        return Suggestions.closest(text, candidates)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse(otherwise);
    }

    /** A text of the file, in quotes and on one line. */
    public static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return "'" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line) + "'";
    }

    static UserError notUtf8(Path file) {
        return new UserError("The file " + file + " cannot be read", "It is not encoded in UTF-8", "Save it as UTF-8");
    }

    static UserError unreadableFile(Path file, Exception cause) {
        return new UserError(
                "The file " + file + " cannot be read",
                cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "It must be a file, not a folder, that you may read",
                cause);
    }
}
