package dev.threadline.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    private static final Instant NOW = Instant.parse("2026-04-01T05:58:00Z");
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path directory;

    @Test
    void theyTellFreshnessRowsRejectsAndTheLastRun() throws Exception {
        WarehouseFixture.published(directory);
        try (RunningDashboard dashboard = watched()) {
            HttpResponse<String> answer = dashboard.get("/metrics", "Authorization", "Bearer " + TOKEN);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body().lines())
                    .contains(
                            "threadline_published 1",
                            "threadline_publication_id 1",
                            "threadline_freshness_seconds 21600",
                            "threadline_publication_age_seconds 2760",
                            "threadline_table_rows{table=\"conversations\"} 6",
                            "threadline_table_rows{table=\"ingested_files\"} 1",
                            "threadline_rejected_records{reason=\"no_event_time\"} 2",
                            "threadline_last_run_state{state=\"done\"} 1",
                            "threadline_last_run_state{state=\"failed\"} 0",
                            "threadline_last_run_duration_seconds 70",
                            "threadline_last_run_finished_timestamp_seconds 1775019670",
                            "threadline_last_run_records{fate=\"duplicates\"} 2");
        }
    }

    @Test
    void everySampleBelongsToAMetricThatWasBegun() throws Exception {
        WarehouseFixture.published(directory);
        try (RunningDashboard dashboard = watched()) {
            List<String> lines = dashboard
                    .get("/metrics", "Authorization", "Bearer " + TOKEN)
                    .body()
                    .lines()
                    .toList();
            String begun = "none";
            for (String line : lines) {
                if (line.startsWith("# TYPE ")) {
                    begun = line.replaceFirst("# TYPE (\\w+) (gauge|counter|histogram)", "$1");
                } else if (!line.startsWith("# HELP ")) {
                    assertThat(line).matches("%s(_bucket|_sum|_count)?(\\{.+})? [0-9.Ee+-]+".formatted(begun));
                }
            }
        }
    }

    @Test
    void requestsAreCountedByKindAndStatus() throws Exception {
        WarehouseFixture.published(directory);
        try (RunningDashboard dashboard = watched()) {
            dashboard.get("/api/tiles");
            dashboard.get("/assets/frame.js");
            String cookie = dashboard.signIn("lea", Users.PASSWORD);
            dashboard.get("/api/tiles", "Cookie", cookie);
            dashboard.get("/api/tiles?clock=sand", "Cookie", cookie);
            assertThat(dashboard.get("/metrics", "Cookie", cookie).body().lines())
                    .contains(
                            "threadline_http_requests_total{kind=\"api\",status=\"2xx\"} 1",
                            "threadline_http_requests_total{kind=\"api\",status=\"4xx\"} 2",
                            "threadline_http_requests_total{kind=\"asset\",status=\"2xx\"} 1",
                            "threadline_http_request_seconds_bucket{kind=\"api\",le=\"+Inf\"} 3",
                            "threadline_http_request_seconds_count{kind=\"api\"} 3");
        }
    }

    @Test
    void theTokenOpensNothingElseAndNoOtherTokenOpensThem() throws Exception {
        WarehouseFixture.published(directory);
        try (RunningDashboard dashboard = watched()) {
            assertThat(dashboard
                            .get("/api/tiles", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(dashboard
                            .get("/metrics", "Authorization", "Bearer " + TOKEN + "0")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(dashboard.get("/metrics").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void withoutAPublicationThoseOfTheServerAreThere() throws Exception {
        try (RunningDashboard dashboard = RunningDashboard.over(directory)) {
            assertThat(dashboard.get("/metrics").body())
                    .contains("threadline_published 0", "threadline_http_request_seconds_count");
        }
    }

    private RunningDashboard watched() {
        String settings = "{ metrics-token: %s, users: [{ name: lea, password: \"%s\", role: lead }] }";
        return RunningDashboard.guardedOver(directory, Users.of(settings.formatted(TOKEN, Users.HASH)), () -> NOW);
    }
}
