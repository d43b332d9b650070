package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of the fixture, by hand. */
class OverviewApiTest {

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

    @Test
    void anAnswerSaysOfWhichPublicationAndPeriodItIs() throws Exception {
        JsonNode answer = dashboard.json("/api/outcomes");
        assertThat(answer.path("publication_id").asInt()).isEqualTo(1);
        assertThat(answer.path("published_at").asText()).isEqualTo("2026-04-01T05:12:00Z");
        assertThat(answer.path("as_of").asText()).isEqualTo("2026-03-31T23:58:00Z");
        assertThat(answer.path("definition_version").asText()).isEqualTo("1");
        assertThat(answer.path("report_zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(answer.path("from").asText()).isEqualTo("2026-03-05");
        assertThat(answer.path("until").asText()).isEqualTo("2026-04-02");
        assertThat(answer.path("n").asInt()).isEqualTo(5);
    }

    @Test
    void conversationsCountOnTheirDayInTheReportZone() throws Exception {
        JsonNode march30 = row("/api/started-and-resolved", "report_date", "2026-03-30");
        assertThat(march30.path("started").asInt()).isEqualTo(3);
        assertThat(march30.path("resolved").asInt()).isEqualTo(1);
        JsonNode march29 = row("/api/started-and-resolved", "report_date", "2026-03-29");
        assertThat(march29.path("started").asInt()).isZero();
        assertThat(dashboard.json("/api/started-and-resolved").path("rows")).hasSize(28);
    }

    @Test
    void durationsAreMedianP90AndMeanOfWhatWasObserved() throws Exception {
        JsonNode march30 = row("/api/first-response", "report_date", "2026-03-30");
        assertThat(march30.path("n").asInt()).isEqualTo(2);
        assertThat(march30.path("median_ms").asDouble()).isEqualTo(120_000);
        assertThat(march30.path("p90_ms").asDouble()).isEqualTo(168_000);
        assertThat(march30.path("mean_ms").asDouble()).isEqualTo(120_000);
    }

    @Test
    void aDayWithoutObservationsHasNoDurationRatherThanZero() throws Exception {
        JsonNode march29 = row("/api/first-response", "report_date", "2026-03-29");
        assertThat(march29.path("n").asInt()).isZero();
        assertThat(march29.path("median_ms").isNull()).isTrue();
    }

    @Test
    void theBusinessClockTakesTheTwinColumns() throws Exception {
        assertThat(row("/api/tiles?clock=business", "metric", "first_response")
                        .path("median_ms")
                        .asDouble())
                .isEqualTo(90_000);
        assertThat(row("/api/tiles", "metric", "first_response")
                        .path("median_ms")
                        .asDouble())
                .isEqualTo(180_000);
    }

    @Test
    void filtersCrossAndTheEmptyTextMeansNone() throws Exception {
        assertThat(dashboard.json("/api/outcomes?channel=sms").path("n").asInt())
                .isEqualTo(2);
        assertThat(dashboard
                        .json("/api/outcomes?channel=sms&channel=email")
                        .path("n")
                        .asInt())
                .isEqualTo(3);
        assertThat(dashboard.json("/api/outcomes?channel=sms&team=").path("n").asInt())
                .isEqualTo(1);
        assertThat(dashboard
                        .json("/api/outcomes?mode=sync&team=billing")
                        .path("n")
                        .asInt())
                .isEqualTo(1);
        assertThat(dashboard.json("/api/outcomes?agent=a1").path("n").asInt()).isEqualTo(2);
        assertThat(dashboard.json("/api/outcomes?period=all").path("n").asInt()).isEqualTo(6);
    }

    @Test
    void concurrencyIsOfHeadsAndSaysWhichFiltersItCannotKnow() throws Exception {
        JsonNode answer = dashboard.json("/api/concurrency?channel=sms");
        assertThat(answer.path("ignored_filters")).singleElement().hasToString("\"channel\"");
        JsonNode march30 = row("/api/concurrency", "report_date", "2026-03-30");
        assertThat(march30.path("mean").asDouble()).isEqualTo(1.25);
        assertThat(march30.path("peak").asInt()).isEqualTo(2);
    }

    @Test
    void tilesStandBesideThoseOfAsManyDaysBefore() throws Exception {
        JsonNode answer = dashboard.json("/api/tiles");
        assertThat(answer.path("previous_from").asText()).isEqualTo("2026-02-05");
        assertThat(find(answer.path("rows"), "metric", "started").path("n").asInt())
                .isEqualTo(5);
        assertThat(find(answer.path("previous_rows"), "metric", "started")
                        .path("n")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void daysThatCanStillChangeAreMarked() throws Exception {
        assertThat(row("/api/handle-time", "report_date", "2026-03-30")
                        .path("provisional")
                        .asBoolean())
                .isFalse();
        assertThat(row("/api/handle-time", "report_date", "2026-03-31")
                        .path("provisional")
                        .asBoolean())
                .isTrue();
        assertThat(row("/api/handle-time", "report_date", "2026-04-01")
                        .path("provisional")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theBacklogAddsUpOverChannelsAtTheInstant() throws Exception {
        JsonNode nine = row("/api/backlog", "hour_at", "2026-03-30T09:00:00.000Z");
        assertThat(nine.path("open").asInt()).isEqualTo(2);
        assertThat(nine.path("oldest_wait_ms").asLong()).isEqualTo(37_800_000);
    }

    @Test
    void theCsvIsTheTableWithClockAndZoneInItsHeader() throws Exception {
        String csv = dashboard
                .get("/api/first-response?from=2026-03-30&until=2026-03-31&clock=business&format=csv")
                .body();
        assertThat(csv.lines())
                .containsExactly(
                        "report_date (Europe/Berlin),n,median_ms (business),p90_ms (business),mean_ms (business),provisional",
                        "2026-03-30,2,60000.0,84000.0,60000.0,false");
    }

    @Test
    void theGlossaryDefinesWhatTheOverviewShows() throws Exception {
        JsonNode rows = dashboard.json("/api/glossary").path("rows");
        for (String metric : new String[] {
            "started", "first_response", "resolution", "handle", "mean_concurrency", "backlog", "mode", "outcome"
        }) {
            assertThat(find(rows, "metric", metric).path("definition").asText())
                    .as(metric)
                    .isNotBlank();
        }
    }

    private static JsonNode row(String path, String column, String value) throws IOException, InterruptedException {
        return find(dashboard.json(path).path("rows"), column, value);
    }

    private static JsonNode find(JsonNode rows, String column, String value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path(column).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row with " + column + " " + value + " in " + rows));
    }
}
