package dev.threadline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path out(String name) {
        return folder.resolve(name);
    }

    @Test
    void theSameSeedGivesTheSameBytesInAnyPlaceAndOrder() throws IOException {
        Run.of(out("one"), "--conversations", "200", "--agents", "8", "--seed", "5");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Run.of(out("two"), "--seed", "5", "--agents", "8", "--conversations", "200");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(Run.contents(out("two"))).isEqualTo(Run.contents(out("one")));
        assertThat(out("two").resolve("log/messages-0001.jsonl.gz"))
                .hasBinaryContent(Files.readAllBytes(out("one").resolve("log/messages-0001.jsonl.gz")));
    }

    @Test
    void anotherSeedGivesAnotherLog() {
        Run one = Run.of(out("one"), "--conversations", "20");
        Run two = Run.of(out("two"), "--conversations", "20", "--seed", "2");
        assertThat(two.lines()).isNotEqualTo(one.lines());
    }

    @Test
    void theNumberOfConversationsIsAboutWhatWasAskedFor() {
        Run run = Run.of(out("run"), "--conversations", "3000");
        assertThat(run.truth("conversations")).hasSizeBetween(2850, 3150);
        assertThat(run.output()).contains("conversations to").contains("lines/s");
    }

    @Test
    void thePeriodIsHalfOpen() {
        Run run = Run.of(out("run"), "--conversations", "300", "--from", "2026-03-09", "--days", "3", "--dirt", "0.05");
        assertThat(run.lines().stream().flatMap(line -> Run.json(line).stream()))
                .extracting(record -> record.path("sent_at").asText("2026-03-10"))
                .allSatisfy(sentAt -> assertThat(sentAt).isBetween("2026-03-09", "2026-03-12"));
    }

    @Test
    void theLogComesInAsManyFilesAsAskedForPlainOrCompressed() {
        Run.of(out("run"), "--conversations", "200", "--files", "3", "--no-gzip");
        assertThat(Run.contents(out("run")).keySet())
                .contains("log/messages-0001.jsonl", "log/messages-0003.jsonl", "truth/messages.csv", "threadline.yml")
                .doesNotContain("log/messages-0004.jsonl");
    }

    @Test
    void theConfigurationHoldsTheHoursAndTheHoliday() {
        Run.of(out("run"), "--conversations", "20");
        assertThat(Run.contents(out("run")).get("threadline.yml"))
                .contains("zone: Europe/Dublin", "zone: America/New_York", "mon-fri: 08:00-20:00", "2026-03-17");
    }

    @Test
    void aFolderWithOtherThingsIsRefused() throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "keep me");
        Run run = Run.of(folder, "--conversations", "20");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("not empty").contains("--force").doesNotContain("\tat ");
        assertThat(folder).isDirectoryNotContaining("glob:**log");
    }

    @Test
    void forceReplacesTheSampleAndNothingElse() throws IOException {
        Run.of(out("run"), "--conversations", "400", "--files", "4");
        Files.writeString(out("run").resolve("precious.txt"), "keep me");
        Run again = Run.of(out("run"), "--conversations", "20", "--files", "1", "--force");
        assertThat(again.exitCode()).isZero();
        assertThat(Run.contents(out("run")).keySet())
                .contains("precious.txt", "log/messages-0001.jsonl.gz")
                .doesNotContain("log/messages-0002.jsonl.gz");
    }

    @Test
    void forceReplacesNoLogThatIsTheUsersOwn() throws IOException {
        Path log = Files.createDirectory(folder.resolve("log"));
        Files.writeString(log.resolve("ours.jsonl"), "keep me");
        Files.writeString(folder.resolve("threadline.yml"), "warehouse: /data");
        Run run = Run.of(folder, "--conversations", "20", "--force");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("holds no sample").doesNotContain("\tat ");
        assertThat(log.resolve("ours.jsonl")).exists();
        assertThat(folder.resolve("threadline.yml")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "--conversations, 0, at least 1",
        "--conversations, many, many",
        "--agents, 3, at least 4",
        "--days, -1, at least 1",
        "--files, 0, at least 1",
        "--dirt, 0.5, at most 0.2",
        "--thanks, NaN, at least 0",
        "--silent-leavers, 1.5, at most 1.0",
        "--until, tomorrow, 2026-04-01T00:00:00Z",
        "--from, 1.2.2026, 2026-03-04",
        "--from, 2027-01-01, --until",
        "--surprise, 1, --surprise",
    })
    void aMistakeInAnOptionIsExplained(String option, String value, String expected) {
        String end = option.equals("--from") ? "2026-04-01T00:00:00Z" : value;
        Run run = option.equals("--from")
                ? Run.of(out("run"), option, value, "--until", end)
                : Run.of(out("run"), option, value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains(expected).doesNotContain("Exception");
        assertThat(out("run")).doesNotExist();
    }

    @Test
    void moreWorkThanTheAgentsCanDoIsRefusedWithTheCure() {
        Run run = Run.of(out("run"), "--conversations", "10000", "--agents", "10", "--days", "7");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--days 34").contains("--agents 48");
    }

    @Test
    void theHelpTeachesWithAnExampleAndShowsEveryDefault() {
        Run run = Run.of(out("run"), "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("Example:", "threadline run --input", "Exit codes", "(20000)", "(0.003)", "(0.30)", "(0.40)");
    }
}
