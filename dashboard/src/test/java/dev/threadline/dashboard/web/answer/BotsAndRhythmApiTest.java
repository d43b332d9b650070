package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In the fixture a bot contains c6 and hands c2 over to a human, who answers two minutes later. */
class BotsAndRhythmApiTest {

    @RegisterExtension
    static final FixtureDashboard dashboard = new FixtureDashboard();

    @Test
    void aConversationWithABotEndsInOneWay() throws Exception {
        JsonNode answer = dashboard.json("/api/containment");
        assertThat(answer.path("n").asInt()).isEqualTo(2);
        JsonNode march5 = FixtureDashboard.row(answer.path("rows"), "report_date", "2026-03-05");
        assertThat(march5.path("contained").asInt()).isEqualTo(1);
        JsonNode march30 = FixtureDashboard.row(answer.path("rows"), "report_date", "2026-03-30");
        assertThat(march30.path("with_human").asInt()).isEqualTo(1);
        assertThat(march30.path("abandoned").asInt()).isZero();
        assertThat(FixtureDashboard.row(answer.path("rows"), "report_date", "2026-03-06")
                        .path("contained")
                        .isNull())
                .isTrue();
    }

    @Test
    void theWaitAfterAHandoffIsOfThoseAnswered() throws Exception {
        JsonNode march30 = dashboard.row("/api/handoff-wait", "report_date", "2026-03-30");
        assertThat(march30.path("n").asInt()).isEqualTo(1);
        assertThat(march30.path("median_ms").asLong()).isEqualTo(120_000);
        JsonNode business = dashboard.row("/api/bots-by-queue?clock=business", "channel", "sms");
        assertThat(business.path("handoff_median_ms").asLong()).isEqualTo(60_000);
    }

    @Test
    void deadEndsAreSharesOfThoseWhoWroteAsOften() throws Exception {
        JsonNode answer = dashboard.json("/api/bot-dead-ends");
        assertThat(answer.path("rows")).hasSize(1);
        assertThat(answer.path("rows").get(0).path("abandoned_share").asDouble())
                .isZero();
    }

    @Test
    void durationsAreOfTheirRhythmAndCountOnlyWhatWasObserved() throws Exception {
        JsonNode answer = dashboard.json("/api/durations-by-mode");
        assertThat(answer.path("rows"))
                .extracting(row -> row.path("mode").asText())
                .containsExactly("sync", "mixed", "async");
        JsonNode sync = FixtureDashboard.row(answer.path("rows"), "mode", "sync");
        assertThat(sync.path("n").asInt()).isEqualTo(2);
        assertThat(sync.path("first_responses").asInt()).isEqualTo(1);
        assertThat(sync.path("resolution_median_ms").asLong()).isEqualTo(330_000);
        assertThat(FixtureDashboard.row(answer.path("rows"), "mode", "mixed")
                        .path("resolution_median_ms")
                        .isNull())
                .isTrue();
    }

    @Test
    void sharesOfAChannelAreOfThoseWithARhythm() throws Exception {
        JsonNode sms = dashboard.row("/api/modes-by-channel", "channel", "sms");
        assertThat(sms.path("n").asInt()).isEqualTo(1);
        assertThat(sms.path("async_share").asDouble()).isEqualTo(1);
        assertThat(sms.path("without_rhythm").asInt()).isEqualTo(1);
    }

    @Test
    void allQuickSwitchesLieInTheLastTenth() throws Exception {
        JsonNode rows = dashboard.rows("/api/rhythm-spread");
        assertThat(rows).hasSize(10);
        assertThat(rows.get(9).path("n").asInt()).isEqualTo(2);
        assertThat(rows.get(0).path("n").asInt()).isEqualTo(1);
    }
}
