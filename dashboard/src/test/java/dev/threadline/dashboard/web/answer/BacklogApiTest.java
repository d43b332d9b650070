package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who waits in the fixture: c1 for a minute from 08:00 of 30 March, c4 since its second question, which nobody answers. */
class BacklogApiTest {

    @RegisterExtension
    static final FixtureDashboard dashboard = new FixtureDashboard();

    @Test
    void theNewestHourIsAskedAboutWhereNoneIsNamed() throws Exception {
        JsonNode rows = dashboard.rows("/api/backlog-by-queue");
        assertThat(rows).extracting(row -> row.path("n").asInt()).containsExactly(1, 0);
        assertThat(rows.get(0).path("hour_at").asText()).isEqualTo("2026-03-31T23:00:00.000Z");
        assertThat(dashboard.rows("/api/backlog-by-queue?at=2027-01-01T00:00:00Z"))
                .isEqualTo(rows);
    }

    @Test
    void whereNothingIsOpenAtTheEndOfTheDataThatIsTheNewestHour(@TempDir Path folder) throws Exception {
        WarehouseFixture.published(folder)
                .rewrite(BacklogTable.TABLE, "FROM rows WHERE channel <> 'email'")
                .publish();
        try (RunningDashboard nothingOpen = RunningDashboard.over(folder)) {
            JsonNode tiles = nothingOpen.json("/api/tiles?page=backlog").path("rows");
            assertThat(FixtureDashboard.row(tiles, "metric", "backlog")
                            .path("n")
                            .asInt())
                    .isZero();
            assertThat(nothingOpen.json("/api/backlog-by-queue").path("rows"))
                    .extracting(row -> row.path("n").asInt())
                    .containsExactly(0);
        }
    }

    @Test
    void anHourAtWhichNothingIsOpenIsPartOfTheChart() throws Exception {
        JsonNode day = dashboard.rows("/api/backlog?from=2026-03-30&until=2026-03-31&channel=sms");
        assertThat(day).hasSize(24);
        assertThat(day.get(0).path("hour_at").asText()).isEqualTo("2026-03-29T22:00:00.000Z");
        assertThat(day)
                .extracting(row -> row.path("open").asInt())
                .contains(0, 2)
                .doesNotContainNull();
        assertThat(dashboard.rows("/api/backlog?from=2026-03-29&until=2026-03-30"))
                .hasSize(23);
    }

    @Test
    void overAMonthTheBacklogOfADayIsThatOfItsLastHour() throws Exception {
        JsonNode days = dashboard.rows("/api/backlog?from=2026-02-20&until=2026-04-04");
        assertThat(days).hasSize(43);
        assertThat(days.get(0).path("open").isNull()).as("before the log").isTrue();
        JsonNode march30 = FixtureDashboard.row(days, "hour_at", "2026-03-30T21:00:00.000Z");
        assertThat(march30.path("open").asText()).isEqualTo("0");
        JsonNode newest = FixtureDashboard.row(days, "hour_at", "2026-03-31T23:00:00.000Z");
        assertThat(newest.path("open").asInt()).isEqualTo(1);
        assertThat(days.get(41).path("open").isNull()).as("after the data").isTrue();
    }

    @Test
    void aQueueSaysWhetherItGrew() throws Exception {
        assertThat(dashboard.rows("/api/backlog-by-queue"))
                .extracting(row -> row.path("more_open").asInt())
                .containsExactly(1, -1);
        assertThat(dashboard.rows("/api/backlog-by-queue?compare=year").get(0).path("more_open"))
                .as("before the data begin nothing is known")
                .isEqualTo(NullNode.getInstance());
        assertThat(dashboard.rows("/api/backlog-by-queue?compare=none")).hasSize(1);
    }

    @Test
    void anEarlierHourIsAskedAboutByItsInstant() throws Exception {
        JsonNode answer = dashboard.json("/api/backlog-by-queue?at=2026-03-30T09:20:00Z");
        assertThat(answer.path("n").asInt()).isEqualTo(2);
        assertThat(answer.path("rows").get(0).path("oldest_wait_ms").asLong()).isEqualTo(37_800_000);
        assertThat(dashboard
                        .json("/api/backlog-by-queue?at=2026-03-30T09:20:00Z&team=support")
                        .path("n")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoWaitsIsListedFromTheMomentTheyAskedUntilTheyAreAnswered() throws Exception {
        JsonNode first = dashboard.rows("/api/waiting-now?at=2026-03-30T08:00:00Z");
        assertThat(first).hasSize(1);
        assertThat(first.get(0).path("conversation_id").asText()).isEqualTo("c1");
        assertThat(first.get(0).path("waited_ms").asLong()).isZero();
        assertThat(dashboard.rows("/api/waiting-now?at=2026-03-30T09:00:00Z")).isEmpty();
    }

    @Test
    void whoWasHandedOverWaitsForAHumanThoughABotAnswered(@TempDir Path folder) throws Exception {
        try (RunningDashboard handedOver =
                handedOver(folder, "('m3', 3, '2026-03-30 09:30:00+00', 'bot', 'message')")) {
            JsonNode waiting =
                    handedOver.json("/api/waiting-now?at=2026-03-30T12:00:00Z").path("rows");
            assertThat(waiting).hasSize(1);
            assertThat(waiting.get(0).path("waiting_since").asText()).isEqualTo("2026-03-30T09:01:00.000Z");
        }
    }

    @Test
    void aHumansMessageEndsTheWaitOfAHandoff(@TempDir Path folder) throws Exception {
        try (RunningDashboard answered =
                handedOver(folder, "('m3', 3, '2026-03-30 09:30:00+00', 'agent', 'message')")) {
            assertThat(answered.json("/api/waiting-now?at=2026-03-30T12:00:00Z").path("rows"))
                    .isEmpty();
        }
    }

    /** The fixture, but c2 is open: its bot spoke, it was queued a minute after it began, and then came one record more. */
    private static RunningDashboard handedOver(Path folder, String record) {
        WarehouseFixture.published(folder)
                .rewrite(
                        ConversationsTable.TABLE,
                        "SELECT * REPLACE (CASE conversation_id WHEN 'c2' THEN 'open' ELSE outcome END AS outcome) FROM rows")
                .rewrite(ConversationMessagesTable.TABLE, """
                        FROM rows
                        UNION ALL BY NAME
                        SELECT
                            'canonical' AS source, 't2' AS thread_id, 'c2' AS conversation_id, 1 AS spell,
                            CASE kind WHEN 'event' THEN 'queued' END AS event, *
                        FROM (VALUES
                            ('m1', 1, '2026-03-30 09:00:10+00'::TIMESTAMPTZ, 'bot', 'message'),
                            ('m2', 2, '2026-03-30 09:01:00+00', 'system', 'event'),
                            %s
                        ) AS records (message_id, place, sent_at, sender_role, kind)
                        """.formatted(record))
                .publish();
        return RunningDashboard.over(folder);
    }

    @Test
    void anOpenQuestionWaitsOnWithItsOwner() throws Exception {
        JsonNode open = dashboard.rows("/api/waiting-now").get(0);
        assertThat(open.path("conversation_id").asText()).isEqualTo("c4");
        assertThat(open.path("owner_id").asText()).isEqualTo("a1");
        assertThat(open.path("waited_ms").asLong()).isEqualTo(10_800_000);
        assertThat(open.path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void theListIsNarrowedToABandOfWaits() throws Exception {
        assertThat(dashboard.rows("/api/waiting-now?waited_least=3600000&waited_below=14400000"))
                .hasSize(1);
        assertThat(dashboard.rows("/api/waiting-now?waited_least=14400000")).isEmpty();
        assertThat(dashboard.rows("/api/waiting-now?waited_below=10800000")).isEmpty();
    }

    @Test
    void bandsAddUpToWhoWaits() throws Exception {
        JsonNode answer = dashboard.json("/api/waiting-by-age");
        assertThat(answer.path("rows")).hasSize(6);
        assertThat(answer.path("n").asInt()).isEqualTo(1);
        assertThat(answer.path("rows").get(2).path("n").asInt()).isEqualTo(1);
        assertThat(dashboard.json("/api/waiting-by-age?channel=sms").path("n").asInt())
                .isZero();
    }

    @Test
    void theCsvOfAWaitSaysThatItIsElapsedTimeOnEitherClock() throws Exception {
        assertThat(dashboard.get("/api/waiting-now?clock=business&format=csv").body())
                .contains("waited_ms (wall)");
    }

    @Test
    void whatIsNoInstantIsRefused() throws Exception {
        assertThat(dashboard.get("/api/waiting-now?at=yesterday").statusCode()).isEqualTo(400);
        assertThat(dashboard.get("/api/waiting-now?at=2026-02-30T08:00:00Z").statusCode())
                .isEqualTo(400);
    }
}
