package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.stint.StintsTable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Load of the fixture: a1 carries two at once for five minutes of a quarter of an hour, a2 never more than one. */
class AgentsApiTest {

    @RegisterExtension
    static final FixtureDashboard dashboard = new FixtureDashboard();

    @Test
    void repliesCountUnderTheLoadOfTheirQuarterOfAnHour() throws Exception {
        JsonNode rows = dashboard.rows("/api/load-and-speed");
        JsonNode two = FixtureDashboard.row(rows, "load", "2");
        assertThat(two.path("n").asInt()).isEqualTo(2);
        assertThat(two.path("first_n").asInt()).isEqualTo(1);
        assertThat(two.path("median_ms").asLong()).isEqualTo(60_000);
        assertThat(two.path("handle_per_message_wall_ms").asLong()).isEqualTo(60_000);
        JsonNode one = FixtureDashboard.row(rows, "load", "1");
        assertThat(one.path("slices").asInt()).isEqualTo(2);
        assertThat(one.path("n").asInt()).isZero();
        assertThat(one.path("median_ms").isNull()).isTrue();
    }

    @Test
    void timeAtEachDepthAddsUpToTheEngagedTime() throws Exception {
        JsonNode march30 = dashboard.row("/api/time-at-depth", "report_date", "2026-03-30");
        assertThat(march30.path("at_1_ms").asLong() + march30.path("at_2_ms").asLong())
                .isEqualTo(march30.path("engaged_union_ms").asLong())
                .isEqualTo(1_200_000);
    }

    @Test
    void theHourOfTheDayIsOfTheReportZone() throws Exception {
        JsonNode ten = dashboard.row("/api/load-by-hour", "hour", "10");
        assertThat(ten.path("n").asInt()).isEqualTo(2);
        assertThat(ten.path("mean").asDouble()).isEqualTo(1_200.0 / 900);
        assertThat(ten.path("engaged").asDouble() / ten.path("agents").asDouble())
                .isEqualTo(ten.path("mean").asDouble());
    }

    @Test
    void theLoadOfAnHourIsOfTheDaysThatTheLogHas() throws Exception {
        JsonNode all = dashboard.row("/api/load-by-hour?from=2026-02-27&until=2026-04-02", "hour", "10");
        assertThat(dashboard.row("/api/load-by-hour?from=2025-01-01&until=2026-12-01", "hour", "10"))
                .isEqualTo(all);
    }

    @Test
    void anAgentCarriesTheStintsThatBeganInThePeriod() throws Exception {
        JsonNode a1 = dashboard.row("/api/agents", "agent_id", "a1");
        assertThat(a1.path("n").asInt()).isEqualTo(2);
        assertThat(a1.path("handle_ms").asLong()).isEqualTo(180_000);
        assertThat(a1.path("replies").asInt()).isEqualTo(2);
        assertThat(a1.path("peak").asInt()).isEqualTo(2);
        assertThat(dashboard.rows("/api/agents?channel=email")).isEmpty();
        assertThat(dashboard.rows("/api/agents?agent=a2")).hasSize(1);
    }

    @Test
    void whoIsOnlyAssignedIsNotEngaged(@TempDir Path assigned) throws Exception {
        WarehouseFixture.published(assigned).rewrite(AgentLoadTable.TABLE, """
                        FROM rows UNION ALL BY NAME
                        SELECT * REPLACE ('a3' AS agent_id, 0 AS engaged_ms, 0 AS engaged_union_ms, 0 AS peak_engaged)
                        FROM rows WHERE agent_id = 'a2'""").publish();
        try (RunningDashboard other = RunningDashboard.over(assigned)) {
            JsonNode tile =
                    FixtureDashboard.row(other.json("/api/tiles?page=agents").path("rows"), "metric", "agents");
            JsonNode march30 =
                    FixtureDashboard.row(other.json("/api/concurrency").path("rows"), "report_date", "2026-03-30");
            assertThat(march30.path("agents").asInt())
                    .isEqualTo(tile.path("count").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void whoAnswersInAStintThatBeganEarlierIsThereToo(@TempDir Path earlier) throws Exception {
        WarehouseFixture.published(earlier)
                .rewrite(StintsTable.TABLE, "FROM rows WHERE agent_id <> 'a1'")
                .publish();
        try (RunningDashboard other = RunningDashboard.over(earlier)) {
            JsonNode a1 = FixtureDashboard.row(other.json("/api/agents").path("rows"), "agent_id", "a1");
            assertThat(a1.path("n").asInt()).isZero();
            assertThat(a1.path("replies").asInt()).isEqualTo(2);
        }
    }
}
