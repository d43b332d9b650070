package dev.threadline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private static final Path SMALL_SAMPLE = Path.of("..", "sample-data", "small");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "ingest", "build", "rebuild", "readmit", "publish", "maintain", "forget", "calibrate"})
    void helpTeachesWithAnExample(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("Example").contains("--warehouse");
    }

    @Test
    void helpForEvaluationNamesTheLabels() {
        assertThat(execute("evaluate", "--help")).isZero();
        assertThat(out.toString()).contains("Examples").contains("gold_segment_id");
    }

    @Test
    void anUnknownOptionIsTheUsersMistake() {
        assertThat(execute("run", "--imput", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("--input");
    }

    @Test
    void aMissingInputIsNamed() {
        assertThat(execute("run", "--input", folder.resolve("nowhere.csv").toString(), "--warehouse", warehouse()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.csv").doesNotContain("\tat ");
    }

    @Test
    void buildingNothingSaysHowToTakeLogsIn() {
        assertThat(execute("build", "--warehouse", warehouse())).isEqualTo(2);
        assertThat(err.toString()).contains("./threadline run --input PATH").doesNotContain("\tat ");
    }

    @Test
    void mistakesInTheConfigurationAreToldTogether() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yml"), "give-up: soon\nreport-zon: UTC\n");

        assertThat(execute("build", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("give-up").contains("report-zone");
    }

    @Test
    void theSmallSampleIsPublishedAndASecondRunHasNothingToDo() {
        String[] run = {
            "run",
            "--input",
            SMALL_SAMPLE.resolve("log").toString(),
            "--config",
            SMALL_SAMPLE.resolve("threadline.yml").toString(),
            "--warehouse",
            warehouse()
        };
        assertThat(execute(run)).as(err.toString()).isZero();
        assertThat(folder.resolve("warehouse/publications/_delta_log")).isDirectory();
        assertThat(execute(run)).isZero();
        assertThat(folder.resolve("warehouse/publications/_delta_log/00000000000000000002.json"))
                .doesNotExist();
    }

    @Test
    void evaluatingTheSmallSampleGivesFiguresForEveryPolicy() {
        int exit = execute(
                "evaluate",
                "--input",
                SMALL_SAMPLE.resolve("log").toString(),
                "--gold",
                SMALL_SAMPLE.resolve("truth/messages.csv.gz").toString(),
                "--policy",
                "silence",
                "--policy",
                "90m",
                "--format",
                "csv");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("gap 30m,true,"))
                .anyMatch(line -> line.matches("silence,false,.*,f1,0\\.\\d+,0\\.\\d+,[01]\\.\\d+"))
                .anyMatch(line -> line.startsWith("gap 90m,false,"));
    }

    @Test
    void labelsWithoutTheRightColumnsAreRefused() throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.csv"), "thread_id,message,topic\nt,m,1\n");

        assertThat(execute("evaluate", "--input", "nowhere", "--gold", gold.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("gold_segment_id").contains("topic").doesNotContain("\tat ");
    }

    @Test
    void labelsOfAnotherLogAreRefused() throws IOException {
        Path gold = Files.writeString(folder.resolve("gold.csv"), "thread_id,message_id,conversation_id\nt,m,1\n");
        String log = SMALL_SAMPLE.resolve("log").toString();

        assertThat(execute("evaluate", "--input", log, "--gold", gold.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("None of the 1 labels").doesNotContain("\tat ");
    }

    @Test
    void labelsAndClosesEachGiveAModelThatCanBeEvaluated() throws IOException {
        String log = SMALL_SAMPLE.resolve("log").toString();
        String gold = SMALL_SAMPLE.resolve("truth/messages.csv.gz").toString();
        Path labelled = folder.resolve("labelled.yml");
        Path closed = folder.resolve("closed.yml");
        assertThat(execute("ingest", "--input", log, "--warehouse", warehouse()))
                .isZero();

        assertThat(execute("calibrate", "--warehouse", warehouse(), "--gold", gold, "--out", labelled.toString()))
                .as(err.toString())
                .isZero();
        assertThat(execute("calibrate", "--warehouse", warehouse(), "--closes", "--out", closed.toString()))
                .as(err.toString())
                .isZero();

        assertThat(labelled).content().contains("gold labels").contains("with-text:");
        assertThat(closed).content().contains("explicit closes");
        assertThat(out.toString()).contains("certainty: ");
        assertThat(execute("evaluate", "--input", log, "--gold", gold, "--policy", "learned:" + labelled))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("learned:" + labelled).contains("Best fixed gap by f1");
    }

    @Test
    void aNegativeNumberOfThreadsIsTheUsersMistake() {
        assertThat(execute("evaluate", "--input", "x", "--gold", "y", "--worst", "-1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--worst -1").doesNotContain("\tat ");
    }

    @Test
    void labelsAndClosesExcludeEachOther() {
        assertThat(execute("calibrate", "--warehouse", warehouse(), "--gold", "g.csv", "--closes"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");
    }

    private String warehouse() {
        return folder.resolve("warehouse").toString();
    }

    private int execute(String... arguments) {
        CommandLine main = Main.commandLine();
        return main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
