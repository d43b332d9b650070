package dev.threadline.jobs.config;

import dev.threadline.ingestion.UserError;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Every mistake that a configuration file can hold: the problem, why, what to do. */
public final class ConfigurationErrors {

    private static final int LONGEST_QUOTE = 60;
    private static final String EVERY_KEY = "docs/configuration.md explains every key";

    private ConfigurationErrors() {}

    /** All mistakes of one file. */
    static UserError mistakes(String origin, List<Problem> problems) {
        String count = problems.size() == 1 ? "a mistake" : problems.size() + " mistakes";
        String lines = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        return new UserError(
                origin + " has " + count, "Nothing was read or written", "Correct this (" + EVERY_KEY + "):" + lines);
    }

    static UserError missingFile(Path file) {
        return new UserError(
                "There is no configuration file " + file,
                "--config names a file that must exist",
                "Correct the path, or leave --config out to use ./threadline.yml or, without it, the defaults");
    }

    static UserError unreadableFile(Path file, Exception cause) {
        return new UserError(
                "The configuration file " + file + " cannot be read",
                cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "It must be a file, not a folder, that you may read",
                cause);
    }

    static UserError notUtf8(Path file) {
        return new UserError(
                "The configuration file " + file + " cannot be read", "It is not encoded in UTF-8", "Save it as UTF-8");
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

    static BadValue notADuration(String text) {
        return bad(text, "is no length of time", "Write for example 30s, 5m, 24h, 14d, 1h30m or PT5M");
    }

    static BadValue durationWithoutUnit(String text) {
        return bad(
                text, "has no unit", "Write for example " + text + "s, " + text + "m, " + text + "h or " + text + "d");
    }

    static BadValue negativeDuration(String text) {
        return bad(text, "is less than nothing", "Write a length of time without a sign");
    }

    static BadValue zeroDuration(String text) {
        return bad(text, "is no time at all", "Write a length of time above 0");
    }

    /** The same mistake where {@code none} would do as well. */
    static BadValue orNone(BadValue length) {
        return new BadValue(length.whyAndCure() + ", or none");
    }

    static BadValue zeroSilence(String text) {
        return bad(
                text, "would end a conversation after every message", "Write a length above 0, or none for no limit");
    }

    static BadValue tooLong(String text) {
        return bad(text, "is longer than 100 years", "Write a shorter length of time");
    }

    static BadValue finerThanMilliseconds(String text) {
        return bad(text, "is finer than a millisecond", "Instants are kept in milliseconds; round it");
    }

    static BadValue notAShare(String text) {
        return bad(text, "is no share", "Write a percentage from 0% to 100%, for example 5%");
    }

    static BadValue neitherTrueNorFalse(String text) {
        return bad(text, "is neither true nor false", "Write true or false");
    }

    static BadValue unknownPolicy(String text, Collection<String> policies) {
        return bad(text, "is no policy", meant(text, policies, "Write " + String.join(" or ", policies)));
    }

    static BadValue unknownZone(String text, Collection<String> zones) {
        return bad(
                text,
                "is no IANA time zone",
                meant(text, zones, "Write a region and city, for example America/New_York, or UTC"));
    }

    static BadValue notADate(String text) {
        return bad(text, "is no date of the calendar", "Write year-month-day, for example 2026-12-25");
    }

    static BadValue notADay(String text) {
        return bad(text, "names no days of the week", "Write mon, tue, wed, thu, fri, sat, sun, or a range: mon-fri");
    }

    static BadValue notAWindow(String text) {
        return bad(
                text, "is no window of a day", "Write start and end between 00:00 and 24:00, for example 09:00-17:00");
    }

    static BadValue windowPassesMidnight(String text) {
        return bad(
                text,
                "does not end after it starts",
                "Split hours that pass midnight: until 24:00 on one day, from 00:00 on the next");
    }

    static String noWindows() {
        return "the hours name no window, so this schedule is never open. Write for example mon-fri: 09:00-17:00";
    }

    static String servesNobody() {
        return "this schedule serves nobody. Name its teams: [...] or its channels: [...]";
    }

    static String sameVersion(String other, String kind, String name, String from) {
        return "'" + other + "' also sets the hours of " + kind + " " + quoted(name) + " from " + from
                + ". Give the newer of the two a later 'from', or name the " + kind + " in only one";
    }

    private static BadValue bad(String text, String why, String cure) {
        return new BadValue(quoted(text) + " " + why + ". " + cure);
    }

    private static String meant(String text, Collection<String> candidates, String otherwise) {
        return Suggestions.closest(text, candidates)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse(otherwise);
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return "'" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line) + "'";
    }
}
