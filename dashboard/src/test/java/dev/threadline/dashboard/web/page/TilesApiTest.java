package dev.threadline.dashboard.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tiles of the fixture, by hand. */
class TilesApiTest {

    @RegisterExtension
    static final FixtureDashboard dashboard = new FixtureDashboard();

    @ParameterizedTest
    @CsvSource({
        "responses, first_response, median_ms, 180000",
        "responses, attainment, n, 4",
        "responses, attainment, count, 3",
        "responses, reply, n, 2",
        "responses, unanswered, count, 1",
        "agents, agents, count, 2",
        "agents, concurrency, peak, 2",
        "agents, messages_per_hour, mean, 9",
        "agents, stint_handle, sum_ms, 420000",
        "agents, human_reply, median_ms, 60000",
        "bots, with_bot, count, 2",
        "bots, with_bot, n, 5",
        "bots, bot_contained, share, 0.5",
        "bots, abandoned_in_bot, share, 0",
        "bots, handoff_wait, median_ms, 120000",
        "rhythm, sync, share, 0.5",
        "rhythm, async, median_ms, 86400000",
        "rhythm, without_rhythm, count, 1",
        "backlog, backlog, n, 1",
        "backlog, waiting, mean_ms, 10800000",
    })
    void aTileSaysItsNumber(String page, String metric, String column, double expected) throws Exception {
        assertThat(dashboard
                        .row("/api/tiles?page=" + page, "metric", metric)
                        .path(column)
                        .asDouble())
                .isEqualTo(expected);
    }

    @Test
    void whatATileDoesNotSayIsThereAndEmpty() throws Exception {
        JsonNode started = dashboard.row("/api/tiles", "metric", "started");
        assertThat(started.has("median_ms")).isTrue();
        assertThat(started.path("median_ms").isNull()).isTrue();
    }

    @Test
    void eachTileNamesTheFiltersThatItCannotHonour() throws Exception {
        JsonNode rows = dashboard.rows("/api/tiles?channel=sms&outcome=resolved&clock=business");
        JsonNode concurrency = FixtureDashboard.row(rows, "metric", "concurrency");
        assertThat(concurrency.path("ignored_filters"))
                .extracting(JsonNode::asText)
                .containsExactly("channel", "outcome");
        assertThat(concurrency.path("clock").asText()).isEqualTo("wall");
        JsonNode response = FixtureDashboard.row(rows, "metric", "first_response");
        assertThat(response.path("ignored_filters")).isEmpty();
        assertThat(response.path("clock").asText()).isEqualTo("business");
    }

    @Test
    void theBacklogIsComparedWithItsHourAWeekBefore() throws Exception {
        JsonNode answer = dashboard.json("/api/tiles?page=backlog&at=2026-04-06T09:00:00Z");
        JsonNode before = FixtureDashboard.row(answer.path("previous_rows"), "metric", "backlog");
        // The data end before that hour, so it is the newest that is compared: with its hour a week before.
        assertThat(before.path("n").asInt()).isEqualTo(1);
    }

    @Test
    void whoComparesWithNothingIsSparedTheQuestion() throws Exception {
        JsonNode answer = dashboard.json("/api/tiles?compare=none");
        assertThat(answer.path("previous_rows")).isEmpty();
        assertThat(answer.path("previous_from").isNull()).isTrue();
        assertThat(dashboard
                        .json("/api/outcomes?compare=year")
                        .path("previous_from")
                        .asText())
                .isEqualTo("2025-03-06");
    }
}
