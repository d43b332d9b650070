package dev.threadline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

    private static final String GOOD = """
            {"thread_id":"t1","message_id":"m1","sent_at":"2025-06-01T10:00:00Z","sender_role":"customer","sender_id":"c","text":"secret words"}
            """;

    private static final String BAD = "{\"thread_id\":\"t1\",\"message_id\":\"m2\",\"text\":\"secret words\"}\n";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aRunThatIsDoneTellsItsCountsStepsVersionsAndPublication() throws IOException {
        Files.writeString(folder.resolve("log.jsonl"), GOOD + BAD);
        Path generous = Files.writeString(folder.resolve("generous.yml"), "max-rejects: 60%\n");

        assertThat(run("--config", generous.toString())).as(err.toString()).isZero();

        JsonNode report = report();
        assertThat(report.path("command").asText()).isEqualTo("run");
        assertThat(report.path("state").asText()).isEqualTo("done");
        assertThat(report.path("exit_code").asInt(-1)).isZero();
        assertThat(Instant.parse(report.path("finished_at").asText()))
                .isAfter(Instant.parse(report.path("started_at").asText()));
        assertThat(report.path("as_of").asText()).isEqualTo("2025-06-01T10:00:00Z");
        assertThat(report.path("publication_id").asLong()).isEqualTo(1);
        assertThat(report.path("versions").path("spark").asText()).startsWith("4.");
        assertThat(report.path("versions").path("delta").asText()).startsWith("4.");
        assertThat(report.path("error").isNull()).isTrue();
        assertCounts(report.path("counts"));
        assertSteps(report);
    }

    private static void assertCounts(JsonNode counts) {
        assertThat(counts.path("read").asLong()).isEqualTo(2);
        assertThat(counts.path("accepted").asLong()).isEqualTo(1);
        assertThat(counts.path("rejected_by_reason").path("no_event_time").asLong())
                .isEqualTo(1);
        assertThat(counts.path("conversations").asLong()).isEqualTo(1);
        assertThat(counts.path("unattached").asLong(-1)).isZero();
        assertThat(counts.path("rows_added").path("conversation_messages").asLong())
                .isEqualTo(1);
        assertThat(counts.path("rows_removed").isEmpty()).isTrue();
        assertThat(counts.path("audit")
                        .path("every record read is placed exactly once")
                        .asLong())
                .isEqualTo(1);
    }

    private static void assertSteps(JsonNode report) {
        assertThat(report.path("steps").findValuesAsText("step")).contains("ingest", "audit", "publish");
        long ms = report.path("steps").findValues("duration_ms").stream()
                .mapToLong(JsonNode::asLong)
                .sum();
        assertThat(ms)
                .isPositive()
                .isLessThanOrEqualTo(report.path("duration_ms").asLong());
    }

    @Test
    void refusedRecordsAreTriedAgainOnceTheirMappingIsMended() throws IOException {
        Files.writeString(folder.resolve("log.jsonl"), BAD);
        assertThat(run()).isEqualTo(2);
        Path mended = Files.writeString(
                folder.resolve("canonical.sql"),
                "SELECT thread_id, message_id, '2025-06-01T10:00:00Z' AS sent_at, 'bot' AS sender_role FROM raw");

        assertThat(execute(
                        "readmit",
                        "--source",
                        mended.toString(),
                        "--warehouse",
                        folder.resolve("warehouse").toString(),
                        "--report",
                        folder.resolve("report.json").toString()))
                .as(err.toString())
                .isZero();

        assertThat(report().path("command").asText()).isEqualTo("readmit");
        assertThat(report().path("counts").path("accepted").asLong()).isEqualTo(1);
        assertThat(report().path("counts").path("rejected").asLong()).isZero();
    }

    @Test
    void aRefusedRunSaysWhyAndHowManyWithoutTheirText() throws IOException {
        Files.writeString(folder.resolve("log.jsonl"), BAD);

        assertThat(run()).isEqualTo(2);

        JsonNode report = report();
        assertThat(report.path("state").asText()).isEqualTo("refused");
        assertThat(report.path("exit_code").asInt()).isEqualTo(2);
        assertThat(report.path("counts").path("rejected").asLong()).isEqualTo(1);
        assertThat(report.path("publication_id").isNull()).isTrue();
        assertThat(report.path("error").asText()).contains("max-rejects").contains("log.jsonl:1");
        assertThat(report.toString()).doesNotContain("secret");
    }

    @Test
    void aLogThatIsNoJsonLinesIsAMistakeWithItsCure() throws IOException {
        Files.writeString(folder.resolve("log.jsonl"), "[" + GOOD + "]");

        assertThat(run()).isEqualTo(2);

        assertThat(report().path("state").asText()).isEqualTo("refused");
        assertThat(report().path("error").asText()).contains("log.jsonl", "jq -c '.[]'");
        assertThat(err.toString()).contains("jq -c '.[]'").doesNotContain("\tat ", "secret");
    }

    @Test
    void textThatIsNoUtf8IsAWarning() throws IOException {
        Files.writeString(
                folder.resolve("log.jsonl"), GOOD.replace("words", "w\u00F6rds"), StandardCharsets.ISO_8859_1);

        assertThat(run()).as(err.toString()).isZero();

        assertThat(report().path("warnings")).hasSize(1);
        assertThat(report().path("warnings").get(0).asText())
                .contains("log.jsonl: bytes that are no UTF-8 became U+FFFD in line 1.")
                .doesNotContain("secret");
    }

    @Test
    void aConfigurationThatCannotBeReadIsReportedToo() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yml"), "give-up: soon\n");

        assertThat(run("--config", bad.toString())).isEqualTo(2);

        assertThat(report().path("warehouse").isNull()).isTrue();
        assertThat(report().path("error").asText()).contains("give-up");
    }

    @Test
    void aReportTakesThePlaceOfTheLastOneAndLeavesNothingElseBehind() throws IOException {
        Files.writeString(folder.resolve("report.json"), "of the last run");

        assertThat(run()).isEqualTo(2);

        assertThat(report().path("error").asText()).contains("log.jsonl");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsOnly("report.json", "warehouse");
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldBeforeAnythingRuns() {
        assertThat(execute(
                        "build",
                        "--report",
                        folder.resolve("nowhere/report.json").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--report").doesNotContain("\tat ");
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                folder.resolve("log.jsonl").toString(),
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--report",
                folder.resolve("report.json").toString()));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err)).execute(arguments);
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }
}
