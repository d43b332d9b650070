package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
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
    void everyBandOfLatenessIsThere() throws Exception {
        assertThat(dashboard.json("/api/lateness").path("rows")).hasSize(6);
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
