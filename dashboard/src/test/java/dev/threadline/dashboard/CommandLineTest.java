package dev.threadline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private record Ended(int code, String out, String err) {}

    @TempDir
    private static Path directory;

    @BeforeAll
    static void publish() {
        WarehouseFixture.published(directory);
    }

    @Test
    void jsonHasOneRowPerLineWithNumbersNullsAndInstants() throws IOException {
        Ended ended = sql(
                "json",
                "SELECT conversation_id, started_at, first_response_ms, team FROM conversations"
                        + " WHERE thread_id IN ('t1', 't3') ORDER BY 1");
        assertThat(ended.out().lines())
                .containsExactly(
                        "[",
                        "{\"conversation_id\":\"c1\",\"started_at\":\"2026-03-30T08:00:00.000Z\",\"first_response_ms\":60000,\"team\":\"billing\"},",
                        "{\"conversation_id\":\"c3\",\"started_at\":\"2026-03-29T22:30:00.000Z\",\"first_response_ms\":null,\"team\":null},",
                        "{\"conversation_id\":\"c6\",\"started_at\":\"2026-03-05T12:00:00.000Z\",\"first_response_ms\":null,\"team\":null}",
                        "]");
        assertThat(ended.code()).isZero();
    }

    @Test
    void sumsAndNestedValuesAreJsonToo() throws IOException {
        assertThat(sql(
                                "json",
                                "SELECT sum(open) AS open, [1, 2] AS l, MAP {'a': 1.5} AS m, {'b': true} AS s FROM backlog")
                        .out())
                .contains("{\"open\":5,\"l\":[1,2],\"m\":{\"a\":1.5},\"s\":{\"b\":true}}");
    }

    @Test
    void csvQuotesWhatNeedsQuotesAndLeavesNullEmpty() throws IOException {
        assertThat(sql("csv", "SELECT 'a,\"b\"' AS x, NULL AS y, '' AS z, DATE '2026-03-30' AS d")
                        .out())
                .isEqualTo("x,y,z,d\r\n\"a,\"\"b\"\"\",,\"\",2026-03-30\r\n");
    }

    @Test
    void aTimeWithoutAZoneIsToldWithoutOneInWhateverZoneTheMachineIs() throws IOException {
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            // An hour that New York leaves out.
            assertThat(sql(
                                    "csv",
                                    "SELECT TIMESTAMP '2026-03-08 02:30:00' AS local, TIMESTAMPTZ '2026-03-08 02:30:00Z' AS at")
                            .out())
                    .isEqualTo("local,at\r\n2026-03-08T02:30:00.000,2026-03-08T02:30:00.000Z\r\n");
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void aTableIsAlignedWithNumbersToTheRight() throws IOException {
        assertThat(sql("table", "SELECT channel, count(*) AS n FROM conversations GROUP BY 1 ORDER BY 1")
                        .out())
                .isEqualTo("""
                        channel  n
                        -------  -
                        email    1
                        sms      3
                        webchat  2
                        (3 rows)
                        """);
    }

    @Test
    void whatATextWouldTellTheTerminalIsABlank() throws IOException {
        assertThat(sql("table", "SELECT 'a' || chr(27) || 'b' || chr(155) || 'c' AS said")
                        .out())
                .contains("a b c\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '{warehouse}/harm.csv'",
                "ATTACH '{warehouse}/harm.csv'",
                "CREATE TABLE t AS SELECT 1",
                "DROP VIEW conversations",
                "SET TimeZone = 'Asia/Tokyo'",
                "INSTALL httpfs",
                "SELECT 1; COPY (SELECT 1) TO '{warehouse}/harm.csv'",
                "EXPLAIN ANALYZE COPY (SELECT 1) TO '{warehouse}/harm.csv'",
                "WITH gone AS (DELETE FROM conversations RETURNING *) FROM gone",
                "SELECT * FROM query('COPY (SELECT 1) TO ''{warehouse}/harm.csv''')",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT",
                "SELECT nothing FROM conversations",
                "SELECT * FROM no_such_table",
                "",
            })
    void whatIsNoReadingOfTablesIsRefusedWithoutAStackTrace(String query) throws IOException {
        Ended ended = sql("csv", query.replace("{warehouse}", directory.toString()));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(directory.resolve("harm.csv")).doesNotExist();
    }

    @Test
    void aMissingWarehouseNamesTheCommandThatMakesOne() throws IOException {
        Ended ended = run("status", "--warehouse", directory.resolve("nowhere").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("./threadline run --input PATH").doesNotContain("\tat ");
    }

    @Test
    void anOptionThatIsNoneIsTheUsersMistake() throws IOException {
        Ended unknown = run("status", "--warehous", directory.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--warehouse").doesNotContain("\tat ");
        assertThat(sql("xml", "SELECT 1").code()).isEqualTo(2);
    }

    @Test
    void aProcessThatLeavesItsClassesBehindAnswersAsAnyOther() throws IOException {
        Ended usual = sql("json", "SELECT 1 AS one");
        System.setProperty("threadline.keep-classes", "true");
        try {
            assertThat(sql("json", "SELECT 1 AS one")).isEqualTo(usual);
        } finally {
            System.clearProperty("threadline.keep-classes");
        }
        assertThat(usual.code()).isZero();
    }

    @Test
    void statusSaysHowFreshAndHowFull() throws IOException {
        assertThat(run("status", "--warehouse", directory.toString()).out())
                .contains("Publication 1, published 2026-04-01T05:12:00Z, data to 2026-03-31T23:58:00Z")
                .containsPattern("r1 +run +done +2026-04-01T05:00:00.000Z +70.0 ")
                .containsPattern("conversations +6")
                .containsPattern("no_event_time +2");
    }

    @Test
    void theConfigurationNamesTheWarehouseAndItsMistakes() throws IOException {
        Path file =
                Files.writeString(directory.resolve("threadline.yml"), "warehouse: " + directory + "\ngive-up: 14d\n");
        assertThat(run("sql", "--config", file.toString(), "--format", "csv", "SELECT count(*) AS n FROM conversations")
                        .out())
                .isEqualTo("n\r\n6\r\n");
        Files.writeString(file, "max-rejcts: 5%\ndashboard: { show-txt: yes }\n");
        for (String command : List.of("sql", "status", "serve")) {
            Ended ended = command.equals("sql")
                    ? run(command, "--config", file.toString(), "SELECT 1")
                    : run(command, "--config", file.toString());
            assertThat(ended.code()).as(command).isEqualTo(2);
            assertThat(ended.err())
                    .as(command)
                    .contains("max-rejcts: unknown; did you mean max-rejects?")
                    .contains("dashboard.show-txt: unknown; did you mean show-text?");
        }
    }

    @Test
    void targetsAreReadAndTheirMistakesSaidAtOnce() throws IOException {
        Path file = Files.writeString(
                directory.resolve("targets.yml"),
                "warehouse: " + directory + "\ntargets: { default: { webchat: 90s }, vip: { default: PT1H30M } }\n");
        assertThat(run("sql", "--config", file.toString(), "SELECT 1").code()).isZero();
        Files.writeString(file, "targets: { default: 60m, vip: { webchat: 2, email: soon, sms: 0s } }\n");
        Ended ended = run("sql", "--config", file.toString(), "SELECT 1");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("targets.default: expected keys with values here")
                .contains("targets.vip.webchat: '2' is no length of time")
                .contains("targets.vip.email")
                .contains("targets.vip.sms");
    }

    @Test
    void theWarehouseMayBeAUri() throws IOException {
        assertThat(run(
                                "sql",
                                "--warehouse",
                                directory.toUri().toString(),
                                "--format",
                                "csv",
                                "SELECT 1 AS n FROM backlog LIMIT 1")
                        .out())
                .isEqualTo("n\r\n1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void otherMachinesAreNotServedUntilThereAreUsers(String host) throws IOException {
        Ended ended = run("serve", "--warehouse", directory.toString(), "--host", host, "--port", "0");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("listen on " + host, "users: in threadline.yml", "./threadline password")
                .doesNotContain("\tat ");
    }

    @Test
    void theHashOfAPasswordIsOneThatTheConfigurationTakes() throws IOException {
        Ended ended = typing("open sesame\n", "password");
        assertThat(ended.code()).isZero();
        assertThat(Users.of("users: [{ name: lea, password: \"%s\", role: lead }]"
                                .formatted(ended.out().strip()))
                        .users())
                .hasSize(1);
        assertThat(typing("short\n", "password").err()).contains("choose at least 8");
        assertThat(typing("", "password").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "sql", "status", "password"})
    void helpTeachesWithAnExample(String command) throws IOException {
        Ended ended = run(command, "--help");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Example").contains("./threadline " + command);
    }

    private static Ended sql(String format, String query) throws IOException {
        return run("sql", "--warehouse", directory.toString(), "--format", format, query);
    }

    private static Ended typing(String typed, String... arguments) throws IOException {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(in);
        }
    }

    private static Ended run(String... arguments) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Main.commandLine().execute(arguments);
            return new Ended(
                    code, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
