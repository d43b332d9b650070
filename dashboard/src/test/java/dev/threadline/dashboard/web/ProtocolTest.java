package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RawHttp;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.web.question.Targets;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every answer has in common: freshness, compression and problems. */
class ProtocolTest {

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
    void whatWasAnsweredByOtherSettingsIsNotFresh() throws Exception {
        String path = "/api/attainment?period=all";
        String timeline = "/api/conversations/c1";
        String tag = tag(dashboard, path);
        String ofTimeline = tag(dashboard, timeline);
        assertThat(dashboard.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        try (RunningDashboard other =
                RunningDashboard.withTargets(directory, Targets.everywhere(Duration.ofMinutes(2)))) {
            assertThat(other.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
        try (RunningDashboard other = RunningDashboard.showingTextOver(directory)) {
            assertThat(other.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(other.get(timeline, "If-None-Match", ofTimeline).statusCode())
                    .isEqualTo(200);
        }
    }

    private static String tag(RunningDashboard dashboard, String path) throws Exception {
        return dashboard.get(path).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void aWordThatIsNoneOfOursIsAProblem() throws Exception {
        assertThat(dashboard.get("/api/outcomes?mode=bogus").body()).contains("none of sync, mixed, async");
        assertThat(dashboard.get("/?period=bogus").body()).containsOnlyOnce("none of week, month");
        assertThat(dashboard.get("/api/outcomes?outcome=bogus").statusCode()).isEqualTo(400);
        assertThat(dashboard.get("/api/outcomes?channel=bogus").statusCode()).isEqualTo(200);
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
    void aConversationThatIsNotThereIsNotFound() throws Exception {
        HttpResponse<String> page = dashboard.get("/conversations/c%3C9%3E");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html", "No conversation has the id c&lt;9&gt; in this publication.");
        HttpResponse<String> problem = dashboard.get("/api/conversations/c9");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.body()).contains("No conversation has the id c9");
        assertThat(dashboard.get("/conversations/c1").statusCode()).isEqualTo(200);
        for (String nowhere : List.of("/conversations/c1/x", "/agents/a1", "/api/agents/a1", "/api/exports/x")) {
            assertThat(dashboard.get(nowhere).statusCode()).as(nowhere).isEqualTo(404);
        }
    }

    @Test
    void aWrongMethodIsToldWhichAreRight() throws Exception {
        HttpResponse<String> refused = dashboard.send("DELETE", "/api/tiles", HttpRequest.BodyPublishers.noBody());
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
        assertThat(contentType(refused)).startsWith("application/problem+json");
    }

    @Test
    void headIsToldAllButTheBody() throws Exception {
        HttpResponse<String> head = dashboard.send("HEAD", "/api/outcomes", HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> get = dashboard.get("/api/outcomes");
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
        assertThat(contentType(head)).isEqualTo(contentType(get));
    }

    @Test
    void onlyThisMachineByItsOwnNameIsAnsweredWithoutUsers() throws Exception {
        for (String name : List.of("localhost", "127.0.0.1:7070", "[::1]:7070", "threadline.localhost")) {
            assertThat(asHost(name)).as(name).isEqualTo(200);
        }
        for (String name :
                List.of("evil.example", "127.0.0.1.evil.example", "192.0.2.1", "localhost.evil.example:80")) {
            assertThat(asHost(name)).as(name).isEqualTo(403);
        }
    }

    private int asHost(String name) throws Exception {
        return RawHttp.send(
                        dashboard.address(),
                        "GET /api/outcomes HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(name))
                .status();
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
