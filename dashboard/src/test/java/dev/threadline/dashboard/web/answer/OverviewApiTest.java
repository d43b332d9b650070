package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the fixture, by hand. */
class OverviewApiTest {

    @RegisterExtension
    static final FixtureDashboard dashboard = new FixtureDashboard();

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
        JsonNode march30 = dashboard.row("/api/started-and-resolved", "report_date", "2026-03-30");
        assertThat(march30.path("started").asInt()).isEqualTo(3);
        assertThat(march30.path("resolved").asInt()).isEqualTo(1);
        JsonNode march29 = dashboard.row("/api/started-and-resolved", "report_date", "2026-03-29");
        assertThat(march29.path("started").asInt()).isZero();
        assertThat(dashboard.rows("/api/started-and-resolved")).hasSize(28);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "started-and-resolved",
                "modes",
                "first-response",
                "replies",
                "concurrency",
                "attainment",
                "containment",
                "time-at-depth",
                "wait-by-owner"
            })
    void beforeTheLogBeginsAndAfterItEndsNothingIsKnown(String chart) throws Exception {
        JsonNode answer = dashboard.json("/api/%s?from=2026-02-25&until=2026-04-04".formatted(chart));
        assertThat(answer.path("first_date").asText()).isEqualTo("2026-02-27");
        for (JsonNode row : answer.path("rows")) {
            LocalDate date = LocalDate.parse(row.path("report_date").asText());
            boolean isKnown =
                    !date.isBefore(LocalDate.parse("2026-02-27")) && !date.isAfter(LocalDate.parse("2026-04-01"));
            assertThat(row.path("n").isNull()).as(date.toString()).isNotEqualTo(isKnown);
        }
        JsonNode unknown =
                dashboard.row("/api/%s?from=2026-02-25&until=2026-03-01".formatted(chart), "report_date", "2026-02-26");
        for (Map.Entry<String, JsonNode> column : unknown.properties()) {
            boolean isOfTheDate = Set.of("report_date", "provisional").contains(column.getKey());
            assertThat(column.getValue().isNull()).as(column.getKey()).isNotEqualTo(isOfTheDate);
        }
        assertThat(dashboard
                        .row("/api/%s?from=2026-02-25&until=2026-03-01".formatted(chart), "report_date", "2026-02-28")
                        .path("n")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void durationsAreMedianP90AndMeanOfWhatWasObserved() throws Exception {
        JsonNode march30 = dashboard.row("/api/first-response", "report_date", "2026-03-30");
        assertThat(march30.path("n").asInt()).isEqualTo(2);
        assertThat(march30.path("median_ms").asDouble()).isEqualTo(120_000);
        assertThat(march30.path("p90_ms").asDouble()).isEqualTo(168_000);
        assertThat(march30.path("mean_ms").asDouble()).isEqualTo(120_000);
    }

    @Test
    void aDayWithoutObservationsHasNoDurationRatherThanZero() throws Exception {
        JsonNode march29 = dashboard.row("/api/first-response", "report_date", "2026-03-29");
        assertThat(march29.path("n").asInt()).isZero();
        assertThat(march29.path("median_ms").isNull()).isTrue();
    }

    @Test
    void theBusinessClockTakesTheTwinColumns() throws Exception {
        assertThat(dashboard
                        .row("/api/tiles?clock=business", "metric", "first_response")
                        .path("median_ms")
                        .asDouble())
                .isEqualTo(90_000);
        assertThat(dashboard
                        .row("/api/tiles", "metric", "first_response")
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
    void aQueueHasItsConversationsAndHowLongTheyTook() throws Exception {
        JsonNode queues = dashboard.rows("/api/queues?period=all");
        assertThat(queues)
                .extracting(row -> row.path("channel").asText() + " "
                        + row.path("team").asText() + " "
                        + row.path("n").asInt())
                .containsExactly(
                        "sms support 2", "email support 1", "sms null 1", "webchat billing 1", "webchat null 1");
        JsonNode support = queues.get(0);
        assertThat(support.path("first_responses").asInt()).isEqualTo(2);
        assertThat(support.path("first_response_median_ms").asDouble()).isEqualTo(150_000);
        assertThat(support.path("first_response_p90_ms").asDouble()).isEqualTo(174_000);
        assertThat(support.path("resolution_median_ms").asDouble()).isEqualTo(45_000_000);
        assertThat(support.path("handle_median_ms").asDouble()).isEqualTo(210_000);
        assertThat(support.path("unanswered_share").asDouble()).isZero();
        JsonNode unanswered = queues.get(2);
        assertThat(unanswered.path("team").isNull()).isTrue();
        assertThat(unanswered.path("unanswered_share").asDouble()).isEqualTo(1);
        assertThat(unanswered.path("first_response_median_ms").isNull()).isTrue();
    }

    @Test
    void aQueueThatOnlyResolvedWhatCameBeforeHasARowWithoutAShare() throws Exception {
        JsonNode sms = dashboard.row("/api/queues?from=2026-03-31&until=2026-04-01", "channel", "sms");
        assertThat(sms.path("n").asInt()).isZero();
        assertThat(sms.path("first_responses").asInt()).isZero();
        assertThat(sms.path("resolution_median_ms").asDouble()).isEqualTo(86_400_000);
        assertThat(sms.path("unanswered_share").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"period=all", "clock=business", "agent=a1", "from=2026-03-31&until=2026-04-01", "mode=async"})
    void aRowSaysWhatTheTilesOfItsQueueSay(String asked) throws Exception {
        JsonNode queues = dashboard.rows("/api/queues?" + asked);
        assertThat(queues).isNotEmpty();
        for (JsonNode row : queues) {
            String team = row.path("team").isNull() ? "" : row.path("team").asText();
            JsonNode tiles = dashboard.rows("/api/tiles?%s&channel=%s&team=%s"
                    .formatted(asked, row.path("channel").asText(), team));
            assertThat(row.path("n")).isEqualTo(tile(tiles, "started").path("n"));
            for (String metric : List.of("first_response", "resolution", "handle")) {
                assertThat(row.path(metric + "_median_ms"))
                        .as(metric + " of " + row)
                        .isEqualTo(tile(tiles, metric).path("median_ms"));
            }
            assertThat(row.path("first_response_p90_ms"))
                    .isEqualTo(tile(tiles, "first_response").path("p90_ms"));
            assertThat(row.path("first_responses"))
                    .isEqualTo(tile(tiles, "first_response").path("n"));
            assertThat(row.path("resolutions"))
                    .isEqualTo(tile(tiles, "resolved").path("n"));
            assertThat(row.path("handled")).isEqualTo(tile(tiles, "handle").path("n"));
        }
    }

    private static JsonNode tile(JsonNode tiles, String metric) {
        return FixtureDashboard.row(tiles, "metric", metric);
    }

    @Test
    void concurrencyIsOfHeadsAndSaysWhichFiltersItCannotKnow() throws Exception {
        JsonNode answer = dashboard.json("/api/concurrency?channel=sms");
        assertThat(answer.path("ignored_filters")).singleElement().hasToString("\"channel\"");
        JsonNode march30 = dashboard.row("/api/concurrency", "report_date", "2026-03-30");
        assertThat(march30.path("mean").asDouble()).isEqualTo(1.25);
        assertThat(march30.path("peak").asInt()).isEqualTo(2);
    }

    @Test
    void tilesStandBesideThoseOfAsManyDaysBefore() throws Exception {
        JsonNode answer = dashboard.json("/api/tiles");
        assertThat(answer.path("previous_from").asText()).isEqualTo("2026-02-05");
        assertThat(FixtureDashboard.row(answer.path("rows"), "metric", "started")
                        .path("n")
                        .asInt())
                .isEqualTo(5);
        assertThat(FixtureDashboard.row(answer.path("previous_rows"), "metric", "started")
                        .path("n")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void daysThatCanStillChangeAreMarked() throws Exception {
        assertThat(dashboard
                        .row("/api/handle-time", "report_date", "2026-03-30")
                        .path("provisional")
                        .asBoolean())
                .isFalse();
        assertThat(dashboard
                        .row("/api/handle-time", "report_date", "2026-03-31")
                        .path("provisional")
                        .asBoolean())
                .isTrue();
        assertThat(dashboard
                        .row("/api/handle-time", "report_date", "2026-04-01")
                        .path("provisional")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theBacklogAddsUpOverChannelsAtTheInstant() throws Exception {
        JsonNode nine = dashboard.row("/api/backlog", "hour_at", "2026-03-30T09:00:00.000Z");
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
        JsonNode rows = dashboard.rows("/api/glossary");
        for (String metric : new String[] {
            "started", "first_response", "resolution", "handle", "mean_concurrency", "backlog", "mode", "outcome"
        }) {
            assertThat(FixtureDashboard.row(rows, "metric", metric)
                            .path("definition")
                            .asText())
                    .as(metric)
                    .isNotBlank();
        }
    }
}
