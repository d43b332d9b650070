package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.jobs.publication.Restatement;
import dev.threadline.jobs.run.RunsTable;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about the data itself is told. */
class DataApiTest {

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
    void rejectsAreCountedByReasonAndSayWhereToLook() throws Exception {
        JsonNode answer = dashboard.json("/api/rejects");
        assertThat(answer.path("n").asInt()).isEqualTo(3);
        JsonNode first = answer.path("rows").get(0);
        assertThat(first.path("reason").asText()).isEqualTo("no_event_time");
        assertThat(first.path("n").asInt()).isEqualTo(2);
        assertThat(dashboard.json("/api/rejects").path("rows")).hasSize(2);
    }

    @Test
    void runsAndPublicationsAreTold() throws Exception {
        JsonNode run = dashboard.json("/api/runs").path("rows").get(0);
        assertThat(run.path("length_ms").asLong()).isEqualTo(70_000);
        assertThat(run.path("rejected").asInt()).isEqualTo(3);
        JsonNode publication = dashboard.json("/api/publications").path("rows").get(0);
        assertThat(publication.path("behind_ms").asLong()).isEqualTo(18_840_000);
    }

    @Test
    void theBuildOfWhatIsShownSaysItsRowsAndItsAudit() throws Exception {
        JsonNode rows = dashboard.json("/api/rows-changed").path("rows");
        assertThat(rows).extracting(row -> row.path("table_name").asText()).containsExactly("conversations", "turns");
        assertThat(rows.get(0).path("came").asInt()).isEqualTo(6);
        assertThat(rows.get(0).path("went").isNull()).isTrue();
        assertThat(rows.get(1).path("went").asInt()).isEqualTo(2);
        JsonNode law = dashboard.json("/api/audit").path("rows").get(0);
        assertThat(law.path("extent").asText()).isEqualTo("change");
        assertThat(law.path("sum").asInt()).isEqualTo(17);
    }

    @Test
    void runsOfAVersionThatNotedNoAuditHaveNone() throws Exception {
        fixture.rewrite(RunsTable.TABLE, "SELECT * EXCLUDE (rows_added, rows_removed, audit) FROM rows")
                .publish();
        dashboard.refresh();
        assertThat(dashboard.json("/api/audit").path("rows")).isEmpty();
        assertThat(dashboard.json("/api/rows-changed").path("rows")).isEmpty();
    }

    @Test
    void everyBandOfLatenessIsThere() throws Exception {
        assertThat(dashboard.json("/api/lateness").path("rows")).hasSize(6);
    }

    @Test
    void aPublicationSaysWhatCameLateAndWhatThatChanged() throws Exception {
        // The fixture's data ends before publication 1; m4 and m5 come after it and with publication 2.
        fixture.rewrite(MessagesTable.TABLE, """
                        SELECT *,
                            CASE WHEN message_id IN ('m4', 'm5') THEN 'r2' ELSE 'r1' END AS run_id,
                            TIMESTAMPTZ '2026-04-01 05:00:00+00' + to_seconds(CASE WHEN run_id = 'r2' THEN 750 ELSE 0 END)
                                AS ingested_at
                        FROM rows""")
                .rewrite(
                        Restatement.TABLE,
                        "FROM rows UNION ALL SELECT * REPLACE ('r2' AS run_id, 'merged' AS change) FROM rows WHERE old_conversation_id = 'c0'")
                .publish()
                .markLast("'r2' AS run_id, 20 AS messages")
                .publish();
        dashboard.refresh();
        JsonNode rows = dashboard.json("/api/what-changed").path("rows");
        assertThat(rows).extracting(row -> row.path("records").asInt()).containsExactly(0, 2, 3);
        JsonNode second = rows.get(1);
        assertThat(second.path("more_messages").asInt()).isEqualTo(3);
        assertThat(second.path("late").asInt()).isEqualTo(2);
        assertThat(second.path("late_share").asDouble()).isEqualTo(1.0);
        // From 08:10 and 08:09 of the day before yesterday to 23:58 of yesterday, to which publication 1 goes.
        assertThat(second.path("median_late_ms").asLong()).isEqualTo(143_310_000);
        assertThat(second.path("max_late_ms").asLong()).isEqualTo(143_340_000);
        assertThat(second.path("restating_share").asDouble()).isEqualTo(1.0);
        assertThat(second.path("merged").asInt()).isEqualTo(1);
        assertThat(second.path("extended").asInt()).isZero();
        assertThat(rows.get(2).path("late").isNull())
                .as("before the first there is none to be late for")
                .isTrue();
        assertThat(rows.get(2).path("extended").asInt()).isEqualTo(1);
        assertThat(dashboard.json("/api/what-changed?publication=1").path("rows"))
                .hasSize(1);
    }

    @Test
    void policiesStandInTheirOrder() throws Exception {
        JsonNode rows = dashboard.json("/api/policy-sensitivity").path("rows");
        assertThat(rows).extracting(row -> row.path("setting").asText()).containsExactly("1h", "24h", "0");
        assertThat(rows.get(2).path("median_resolution_ms").isNull()).isTrue();
    }

    @Test
    void aPublicationWithoutATableIsEmptyRatherThanBroken() throws Exception {
        fixture.forget("policy_sensitivity").publish();
        dashboard.refresh();
        JsonNode answer = dashboard.json("/api/policy-sensitivity");
        assertThat(answer.path("publication_id").asInt()).isEqualTo(2);
        assertThat(answer.path("n").asInt()).isZero();
        assertThat(dashboard.get("/api/policy-sensitivity?format=csv").statusCode())
                .isEqualTo(404);
    }
}
