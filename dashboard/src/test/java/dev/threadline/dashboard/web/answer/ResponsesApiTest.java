package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.web.question.Targets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses of the fixture: 60 s, 180 s, 420 s, one question never answered; a bot alone owes no human answer. */
class ResponsesApiTest {

    @RegisterExtension
    static final FixtureDashboard dashboard = new FixtureDashboard();

    @ParameterizedTest
    @CsvSource({"target=5, 4, 2", "target=60, 4, 3", "clock=business&target=3, 4, 2", "target=43200, 3, 3"})
    void whatIsOverdueIsMissedAndWhatCanStillComeIsNotDue(String asked, int due, int met) throws Exception {
        JsonNode answer = dashboard.json("/api/attainment?" + asked);
        assertThat(answer.path("n").asInt()).isEqualTo(due);
        assertThat(sum(answer, "met")).isEqualTo(met);
        JsonNode queues = dashboard.json("/api/attainment-by-queue?" + asked);
        assertThat(queues.path("n").asInt()).isEqualTo(due);
        assertThat(sum(queues, "met")).isEqualTo(met);
    }

    @Test
    void eachQueueHasTheTargetOfItsTeamAndChannel() throws Exception {
        Targets targets = new Targets(Map.of(
                "default", Map.of("webchat", Duration.ofSeconds(59)),
                "support", Map.of("sms", Duration.ofMinutes(3), "default", Duration.ofMinutes(6))));
        try (RunningDashboard configured = RunningDashboard.withTargets(dashboard.directory(), targets)) {
            JsonNode rows = configured.json("/api/attainment-by-queue").path("rows");
            assertThat(FixtureDashboard.row(rows, "channel", "webchat")
                            .path("share")
                            .asDouble())
                    .isZero();
            JsonNode email = FixtureDashboard.row(rows, "channel", "email");
            assertThat(email.path("target_ms").asLong()).isEqualTo(360_000);
            assertThat(email.path("met").asInt()).isZero();
            assertThat(FixtureDashboard.row(rows, "target_ms", "180000")
                            .path("met")
                            .asInt())
                    .isEqualTo(1);
            assertThat(configured.json("/api/attainment?target=60").path("n").asInt())
                    .isEqualTo(4);
        }
    }

    @Test
    void aDayOnWhichNothingWasDueHasNoShare() throws Exception {
        JsonNode first = dashboard.rows("/api/attainment").get(0);
        assertThat(first.path("n").asInt()).isZero();
        assertThat(first.path("share").isNull()).isTrue();
    }

    @Test
    void repliesPoolOverTurns() throws Exception {
        JsonNode march30 =
                dashboard.rows("/api/replies?from=2026-03-30&until=2026-03-31").get(0);
        assertThat(march30.path("n").asInt()).isEqualTo(2);
        assertThat(march30.path("median_ms").asLong()).isEqualTo(60_000);
    }

    @Test
    void theSpreadAddsUpToAll() throws Exception {
        JsonNode rows = dashboard.rows("/api/response-spread");
        assertThat(rows).hasSize(10);
        assertThat(rows.get(1).path("n").asInt()).isEqualTo(1);
        assertThat(rows.get(9).path("share_until").asDouble()).isEqualTo(1);
    }

    @Test
    void hoursOfTheWeekAreOfTheReportZone() throws Exception {
        JsonNode ten = hour(dashboard.json("/api/hours-of-waiting"), 1, 10);
        assertThat(ten.path("n").asInt()).isEqualTo(1);
        assertThat(ten.path("median_ms").asLong()).isEqualTo(60_000);
        JsonNode midnight = hour(dashboard.json("/api/hours-of-arrival"), 1, 0);
        assertThat(midnight.path("n").asInt()).isEqualTo(1);
        assertThat(midnight.path("per_day").asDouble()).isEqualTo(0.25);
    }

    @Test
    void theHourThatSpringLeavesOutCountsForNoDay() throws Exception {
        JsonNode arrivals = dashboard.json("/api/hours-of-arrival");
        assertThat(hour(arrivals, 7, 2).path("days").asInt()).isEqualTo(3);
        assertThat(hour(arrivals, 7, 3).path("days").asInt()).isEqualTo(4);
    }

    @Test
    void whatLiesBeforeTheLogOrAfterItIsNoDayWithoutConversations() throws Exception {
        // From Friday, 27 February until two o'clock on Wednesday, 1 April.
        JsonNode arrivals = dashboard.json("/api/hours-of-arrival?from=2026-01-01&until=2026-06-01");
        assertThat(hour(arrivals, 3, 1).path("days").asDouble()).isEqualTo(5);
        assertThat(hour(arrivals, 3, 2).path("days").asDouble()).isEqualTo(4);
        assertThat(hour(arrivals, 5, 0).path("days").asDouble()).isEqualTo(5);
        assertThat(hour(arrivals, 4, 0).path("days").asDouble()).isEqualTo(4);
        assertThat(arrivals.path("n").asInt()).isEqualTo(6);
        assertThat(dashboard.rows("/api/hours-of-arrival?from=2026-01-01&until=2026-01-08"))
                .isEmpty();
    }

    @Test
    void aTargetThatIsNoNumberOfMinutesIsRefused() throws Exception {
        assertThat(dashboard.get("/api/attainment?target=soon").statusCode()).isEqualTo(400);
        assertThat(dashboard.get("/api/attainment?target=0").statusCode()).isEqualTo(400);
    }

    private static int sum(JsonNode answer, String column) {
        return StreamSupport.stream(answer.path("rows").spliterator(), false)
                .mapToInt(row -> row.path(column).asInt())
                .sum();
    }

    private static JsonNode hour(JsonNode answer, int weekday, int hour) {
        return StreamSupport.stream(answer.path("rows").spliterator(), false)
                .filter(row -> row.path("weekday").asInt() == weekday
                        && row.path("hour").asInt() == hour)
                .findFirst()
                .orElseThrow();
    }
}
