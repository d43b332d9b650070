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
    @ValueSource(strings = {"run", "ingest", "build"})
    void helpTeachesWithAnExample(String command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("Example").contains("--warehouse");
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

    private String warehouse() {
        return folder.resolve("warehouse").toString();
    }

    private int execute(String... arguments) {
        CommandLine main = Main.commandLine();
        return main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
