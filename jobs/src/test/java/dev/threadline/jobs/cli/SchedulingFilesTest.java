package dev.threadline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.jobs.cli.session.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The files that the documentation offers for schedulers: what they start is understood, and they are well-formed. */
class SchedulingFilesTest {

    private static final Path FOLDER = Path.of("..", "docs", "scheduling");

    private static final Pattern COMMAND_LINE = Pattern.compile("/opt/threadline/threadline ([^>\n]*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|str\\(REPORT\\)");

    @ParameterizedTest
    @ValueSource(strings = {"threadline.cron", "threadline.service", "threadline-maintain.service"})
    void theCommandOfALineIsOneThatThreadlineUnderstands(String file) throws IOException {
        List<String> commands = COMMAND_LINE
                .matcher(read(file))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        assertThat(commands).isNotEmpty();
        commands.forEach(command -> assertUnderstood(words(command)));
    }

    @Test
    void theCommandOfTheDagIsOneThatThreadlineUnderstands() throws IOException {
        String dag = read("threadline_dag.py");
        String command = dag.substring(dag.indexOf("COMMAND = ["), dag.indexOf("]", dag.indexOf("COMMAND = [")));
        List<String> words =
                QUOTED.matcher(command).results().map(MatchResult::group).toList();
        assertThat(words).first().isEqualTo("\"/opt/threadline/threadline\"");
        assertUnderstood(words.stream()
                .skip(1)
                .map(word -> word.replace("\"", ""))
                .map(word -> word.equals("str(REPORT)") ? "report.json" : word)
                .toList());
    }

    @Test
    void theDagHasNoErrorOfSyntaxWhereThereIsAPythonToAsk() throws Exception {
        assumeThat(isThere("python3")).isTrue();
        Process python = new ProcessBuilder(
                        "python3",
                        "-c",
                        "import ast, sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])",
                        FOLDER.resolve("threadline_dag.py").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
    }

    @Test
    void theDagNeverRunsTwiceAtOnceAndDoesNotRetryAMistake() throws IOException {
        assertThat(read("threadline_dag.py"))
                .contains("max_active_runs=1", "catchup=False", "MISTAKE = 2", "raise AirflowFailException(");
    }

    @Test
    void theCronJobNeverRunsTwiceAtOnceAndDoesNotRetryAMistake() throws IOException {
        JsonNode job = new ObjectMapper().valueToTree(new Yaml().load(read("cronjob.yaml")));
        assertThat(job.path("apiVersion").asText()).isEqualTo("batch/v1");
        assertThat(job.path("kind").asText()).isEqualTo("CronJob");
        assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
        assertThat(job.at("/spec/jobTemplate/spec/podFailurePolicy/rules/0/onExitCodes/values/0")
                        .asInt())
                .isEqualTo(Failures.USERS);
        JsonNode pod = job.at("/spec/jobTemplate/spec/template/spec");
        assertThat(pod.path("restartPolicy").asText()).isEqualTo("Never");
        List<String> command = new ArrayList<>();
        pod.at("/containers/0/command").forEach(word -> command.add(word.asText()));
        assertThat(command).first().isEqualTo("/opt/threadline/threadline");
        assertUnderstood(command.subList(1, command.size()));
        assertThat(pod.path("volumes").findValuesAsText("name"))
                .containsAll(pod.at("/containers/0/volumeMounts").findValuesAsText("name"));
    }

    @Test
    void theCronLinesNameTimeUserAndLock() throws IOException {
        List<String> lines = read("threadline.cron")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.matches("[A-Z]+=.*"))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches("([0-9*/,-]+ ){5}threadline flock .*/run\\.lock /opt/threadline/threadline .*"));
    }

    @Test
    void theUnitsRetryAFailureButNotAMistakeAndEachTimerStartsItsService() throws IOException {
        for (String unit : List.of("threadline", "threadline-maintain")) {
            assertThat(read(unit + ".service").lines())
                    .contains("Type=oneshot", "Restart=on-failure", "RestartPreventExitStatus=" + Failures.USERS);
            assertThat(read(unit + ".timer").lines()).contains("Unit=" + unit + ".service", "Persistent=true");
        }
    }

    private static void assertUnderstood(List<String> arguments) {
        Main.commandLine().parseArgs(arguments.toArray(String[]::new));
        assertThat(arguments).contains("--report");
    }

    private static List<String> words(String command) {
        return Pattern.compile(" +").splitAsStream(command).toList();
    }

    private static boolean isThere(String program) {
        return Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }
}
