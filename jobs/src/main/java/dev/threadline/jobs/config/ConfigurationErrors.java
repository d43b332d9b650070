package dev.threadline.jobs.config;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.yaml.BadValue;
import dev.threadline.jobs.yaml.YamlErrors;
import java.nio.file.Path;
import java.util.Collection;

/** Every mistake that a configuration file can hold: the problem, why, what to do. */
public final class ConfigurationErrors {

    private ConfigurationErrors() {}

    static UserError missingFile(Path file) {
        return new UserError(
                "There is no configuration file " + file,
                "--config names a file that must exist",
                "Correct the path, or leave --config out to use ./threadline.yml or, without it, the defaults");
    }

    static BadValue notADuration(String text) {
        return YamlErrors.bad(text, "is no length of time", "Write for example 30s, 5m, 24h, 14d, 1h30m or PT5M");
    }

    static BadValue durationWithoutUnit(String text) {
        return YamlErrors.bad(
                text, "has no unit", "Write for example " + text + "s, " + text + "m, " + text + "h or " + text + "d");
    }

    static BadValue negativeDuration(String text) {
        return YamlErrors.bad(text, "is less than nothing", "Write a length of time without a sign");
    }

    static BadValue zeroDuration(String text) {
        return YamlErrors.bad(text, "is no time at all", "Write a length of time above 0");
    }

    /** The same mistake where {@code none} would do as well. */
    static BadValue orNone(BadValue length) {
        return new BadValue(length.whyAndCure() + ", or none");
    }

    static BadValue zeroSilence(String text) {
        return YamlErrors.bad(
                text, "would end a conversation after every message", "Write a length above 0, or none for no limit");
    }

    static BadValue tooLong(String text) {
        return YamlErrors.bad(text, "is longer than 100 years", "Write a shorter length of time");
    }

    static BadValue finerThanMilliseconds(String text) {
        return YamlErrors.bad(text, "is finer than a millisecond", "Instants are kept in milliseconds; round it");
    }

    static BadValue notAShare(String text) {
        return YamlErrors.bad(text, "is no share", "Write a percentage from 0% to 100%, for example 5%");
    }

    static BadValue neitherTrueNorFalse(String text) {
        return YamlErrors.bad(text, "is neither true nor false", "Write true or false");
    }

    static BadValue unknownPolicy(String text, Collection<String> policies) {
        return YamlErrors.bad(
                text, "is no policy", YamlErrors.meant(text, policies, "Write " + String.join(" or ", policies)));
    }

    static BadValue unknownZone(String text, Collection<String> zones) {
        return YamlErrors.bad(
                text,
                "is no IANA time zone",
                YamlErrors.meant(text, zones, "Write a region and city, for example America/New_York, or UTC"));
    }

    static BadValue notADate(String text) {
        return YamlErrors.bad(text, "is no date of the calendar", "Write year-month-day, for example 2026-12-25");
    }

    static BadValue notAHadoopName(String text) {
        return YamlErrors.bad(
                text,
                "is no setting of a file system",
                "Write its name as Hadoop has it, for example fs.s3a.endpoint, without spark.hadoop. before it");
    }

    static BadValue notADay(String text) {
        return YamlErrors.bad(
                text, "names no days of the week", "Write mon, tue, wed, thu, fri, sat, sun, or a range: mon-fri");
    }

    static BadValue notAWindow(String text) {
        return YamlErrors.bad(
                text, "is no window of a day", "Write start and end between 00:00 and 24:00, for example 09:00-17:00");
    }

    static BadValue windowPassesMidnight(String text) {
        return YamlErrors.bad(
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
        return "'" + other + "' also sets the hours of " + kind + " " + YamlErrors.quoted(name) + " from " + from
                + ". Give the newer of the two a later 'from', or name the " + kind + " in only one";
    }
}
