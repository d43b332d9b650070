package dev.threadline.dashboard.web.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was reported then: publication 1 has six conversations, 2 one, and each after it two. */
class OlderPublicationTest {

    @TempDir
    private Path directory;

    private WarehouseFixture fixture;
    private RunningDashboard dashboard;

    @BeforeEach
    void start() {
        fixture = WarehouseFixture.published(directory);
        fixture.keepConversations("conversation_id = 'c1'").publish();
        fixture.keepConversations("channel = 'webchat'")
                .publish()
                .publish()
                .publish()
                .publish();
        dashboard = RunningDashboard.over(directory);
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void anAnswerIsThatOfThePublicationAskedFor() throws Exception {
        assertThat(counted("")).containsExactly(6, 2);
        for (int round = 0; round < 2; round++) {
            assertThat(counted("&publication=1")).containsExactly(1, 6);
            assertThat(counted("&publication=2")).containsExactly(2, 1);
            assertThat(counted("&publication=3")).containsExactly(3, 2);
            assertThat(counted("&publication=4")).containsExactly(4, 2);
            assertThat(counted("&publication=6")).containsExactly(6, 2);
        }
        assertThat(dashboard.get("/api/conversations/c3?publication=1").statusCode())
                .isEqualTo(200);
        assertThat(dashboard.get("/api/conversations/c3").statusCode()).isEqualTo(404);
        assertThat(dashboard
                        .json("/api/health?publication=2")
                        .path("publication_id")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aDateMeansTheLastPublicationOfIt() throws Exception {
        assertThat(counted("&publication=2026-04-01")).containsExactly(6, 2);
        HttpResponse<String> before = dashboard.get("/api/tiles?publication=2026-03-31");
        assertThat(before.statusCode()).isEqualTo(404);
        assertThat(before.body()).contains("Nothing was published by the end of 2026-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "999999999"})
    void aPublicationThatIsNotThereIsAProblem(String id) throws Exception {
        HttpResponse<String> missing = dashboard.get("/api/tiles?publication=" + id);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is no publication " + id);
        assertThat(dashboard.get("/?publication=" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "-1", "1e3", "9999999999", "2026-02-30", "1&publication=2"})
    void whatNamesNoneIsRefused(String written) throws Exception {
        assertThat(dashboard.get("/api/tiles?publication=" + written).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPublicationWhoseFilesWereCleanedUpSaysSo() throws Exception {
        String commit = Files.readString(directory.resolve("conversations/_delta_log/00000000000000000000.json"));
        Files.delete(
                directory.resolve("conversations").resolve(commit.replaceAll("(?s).*\"path\":\"([^\"]+)\".*", "$1")));
        HttpResponse<String> gone = dashboard.get("/api/tiles?publication=1");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("Publication 1 cannot be shown", "version 0 of table conversations");
    }

    @Test
    void aPublicationThatLosesACustomerMeanwhileSaysSo() throws Exception {
        fixture.publish();
        // Asked for before it is the newest that is shown.
        assertThat(dashboard.get("/api/waiting-now?publication=7").statusCode()).isEqualTo(200);
        fixture.markLast("'2026-05-01 00:00:00+00'::TIMESTAMPTZ AS erased_at,"
                        + " map_from_entries([pin FOR pin IN map_entries(table_versions) IF pin.key IN"
                        + " ('daily_metrics', 'agent_load', 'backlog')]) AS table_versions")
                .publish();
        dashboard.refresh();
        for (String path : List.of(
                "/api/waiting-now", "/api/outcomes", "/api/conversations/c1", "/api/exports/turns", "/api/lateness")) {
            HttpResponse<String> gone = dashboard.get(path + "?publication=7");
            assertThat(gone.statusCode()).as(path).isEqualTo(404);
            assertThat(gone.body()).as(path).contains("Publication 7 has no", "forgotten");
        }
        assertThat(dashboard.get("/api/backlog?publication=7").statusCode()).isEqualTo(200);
        assertThat(dashboard.get("/?publication=7").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageSaysWhichItShowsAndLeadsBack() throws Exception {
        String page = dashboard.get("/?publication=2&channel=sms").body();
        assertThat(page).contains("As reported in publication 2", "definitions 1", "data-newest", "publication 2 ·");
        assertThat(dashboard.get("/?channel=sms").body()).doesNotContain("As reported in");
    }

    @Test
    void aServerCanBeKeptAtOne() throws Exception {
        try (RunningDashboard kept = RunningDashboard.over(directory, 2)) {
            assertThat(kept.json("/api/conversations?period=all").path("n").asInt())
                    .isEqualTo(1);
            fixture.publish();
            kept.refresh();
            assertThat(kept.json("/api/health").path("publication_id").asInt()).isEqualTo(2);
            assertThat(kept.get("/").body())
                    .contains("As reported in publication 2")
                    .doesNotContain("data-newest");
        }
    }

    @Test
    void rolesSeeNoMoreOfAnOlderOne() throws Exception {
        try (RunningDashboard guarded =
                RunningDashboard.guardedOver(directory, Users.ONE_OF_EACH, InstantSource.system())) {
            String anton = guarded.signIn("anton", Users.PASSWORD);
            JsonNode own = guarded.json("/api/conversations?period=all&publication=1", "Cookie", anton);
            assertThat(own.path("rows").findValuesAsText("conversation_id")).containsExactly("c4", "c1");
            String vera = guarded.signIn("vera", Users.PASSWORD);
            assertThat(guarded.get("/api/conversations?period=all&publication=1", "Cookie", vera)
                            .body())
                    .contains("\"n\":6")
                    .doesNotContain("\"u1\"");
        }
    }

    private List<Integer> counted(String query) throws Exception {
        JsonNode answer = dashboard.json("/api/conversations?period=all" + query);
        return List.of(answer.path("publication_id").asInt(), answer.path("n").asInt());
    }
}
