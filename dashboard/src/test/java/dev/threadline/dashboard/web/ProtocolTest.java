package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer has in common: freshness, compression, problems, and no way in for the hostile. */
class ProtocolTest {

    private static final List<String> PATHS = List.of(
            "/",
            "/conversations",
            "/data",
            "/responses",
            "/api/tiles",
            "/api/first-response",
            "/api/backlog",
            "/api/conversations",
            "/api/runs",
            "/api/waiting-now",
            "/api/attainment",
            "/api/glossary");

    private static final List<String> NAMES = List.of(
            "period", "from", "until", "clock", "channel", "team", "mode", "outcome", "agent", "by", "sort", "order",
            "limit", "search", "after", "format", "target", "at", "compare", "page", "weekday", "hour", "load", "due",
            "bot", "measure", "least", "below");

    private static final List<String> VALUES = List.of(
            "'",
            "\"",
            "'; DROP VIEW conversations; --",
            "1 OR 1=1",
            "${jndi:ldap://x}",
            "<script>window.harmed=1</script>",
            "../../etc/passwd",
            "2026-03-01",
            "2026-02-30",
            "+999999999-01-01",
            "-1",
            "99999999999999999999",
            "NaN",
            "\0",
            "\uD83D\uDE00",
            "\uD800",
            "?",
            ":from",
            "{filters: channel}",
            "9223372036854775807~x",
            "csv",
            "json",
            "resolved",
            "");

    @TempDir
    private Path directory;

    private WarehouseFixture fixture;
    private RunningDashboard dashboard;

    @BeforeEach
    void start() {
        fixture = WarehouseFixture.published(directory);
        dashboard = RunningDashboard.over(directory);
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void whoHasThePublicationIsSparedItsAnswerUntilTheNext() throws Exception {
        HttpResponse<String> first = dashboard.get("/api/outcomes");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = dashboard.get("/api/outcomes", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        fixture.keepConversations("conversation_id = 'c1'").publish();
        dashboard.refresh();
        HttpResponse<String> changed = dashboard.get("/api/outcomes", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"publication_id\":2").contains("\"n\":1");
    }

    @Test
    void answersAreCompressedForThoseWhoCanReadIt() throws Exception {
        assertThat(dashboard
                        .get("/api/first-response", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void allProblemsOfARequestAreSaidAtOnce() throws Exception {
        HttpResponse<String> refused = dashboard.get("/api/tiles?clock=sand&from=yesterday&until=2026-03-01");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(contentType(refused)).startsWith("application/problem+json");
        JsonNode problem = dashboard.json("/api/tiles?clock=sand&from=yesterday&until=2026-03-01");
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("problems")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(problem.path("detail").asText()).contains("wall, business").contains("2026-03-31");
    }

    @Test
    void whatIsNotThereIsAProblemForProgramsAndAPageForPeople() throws Exception {
        assertThat(contentType(dashboard.get("/api/nothing"))).startsWith("application/problem+json");
        HttpResponse<String> page = dashboard.get("/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html").contains("Not Found");
    }

    @Test
    void pagesLetNoOtherScriptRunAndNoOtherSiteFrameThem() throws Exception {
        String policy = dashboard
                .get("/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(dashboard.get("/").body()).doesNotContainPattern("<script>|<style|\\son[a-z]+=|style=\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void hostileParametersAreAnsweredOrRefusedAndNeverFail(int seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            StringBuilder query = new StringBuilder("?");
            for (int j = random.nextInt(5); j >= 0; j--) {
                query.append(NAMES.get(random.nextInt(NAMES.size())))
                        .append('=')
                        .append(URLEncoder.encode(VALUES.get(random.nextInt(VALUES.size())), StandardCharsets.UTF_8))
                        .append('&');
            }
            String path = PATHS.get(random.nextInt(PATHS.size())) + query;
            HttpResponse<String> answer = dashboard.get(path);
            assertThat(answer.statusCode()).as(path).isIn(200, 400);
            assertThat(answer.body()).as(path).doesNotContain("root:");
            if (contentType(answer).startsWith("text/html")) {
                assertThat(answer.body()).as(path).doesNotContain("<script>window");
            }
        }
        assertThat(dashboard.json("/api/outcomes").path("n").asInt()).isEqualTo(5);
    }

    @Test
    void aWarehouseWithoutAPublicationShowsTheCommandThatMakesOne() throws Exception {
        try (RunningDashboard empty = RunningDashboard.over(directory.resolve("nowhere"))) {
            assertThat(empty.get("/api/health").statusCode()).isEqualTo(503);
            HttpResponse<String> page = empty.get("/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("./threadline run --input PATH");
        }
    }

    @Test
    void theFrameCarriesTheChoicesOfThePublication() throws Exception {
        assertThat(dashboard.get("/?channel=sms&clock=business").body())
                .containsPattern("name=\"channel\" value=\"sms\" checked")
                .containsPattern("name=\"clock\" value=\"business\" checked")
                .contains("Europe/Berlin")
                .contains("value=\"2026-03-05\"");
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
