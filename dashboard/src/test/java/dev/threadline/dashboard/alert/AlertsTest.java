package dev.threadline.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.fixture.Configured;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.jobs.backlog.BacklogTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture's data ends on Tuesday 31 March 2026, 23:58 UTC; c4 started on that day, c1, c2 and c3 in the two before. */
class AlertsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-04-01T05:30:00Z"));
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger status = new AtomicInteger(200);

    @TempDir
    private Path directory;

    private WarehouseFixture fixture;
    private LiveWarehouse warehouse;
    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        fixture = WarehouseFixture.published(directory);
        warehouse = new LiveWarehouse(Warehouse.in(directory));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        warehouse.close();
    }

    @Test
    void anAlertIsToldWhenItBeginsAndWhenItEndsAndNotInBetween() throws Exception {
        try (Alerts alerts = alerts("{ name: Few, metric: started, over: 48h, below: 3 }")) {
            alerts.work();
            assertThat(told).isEmpty();
            assertThat(row(alerts)).containsEntry("state", "quiet").containsEntry("value", 3.0);

            keep("conversation_id = 'c4'");
            alerts.work();
            assertThat(told).hasSize(1);
            assertThat(told.get(0))
                    .startsWith("Bearer secret ")
                    .contains("\"state\":\"firing\"", "\"alert\":\"Few\"", "\"value\":1.0", "\"publication_id\":2")
                    .contains("Alert: Few. started is 1 (below 3; n 1; data to 2026-03-31T23:58:00Z)");
            assertThat(row(alerts)).containsEntry("state", "firing").containsEntry("since", "2026-04-01T05:13:00Z");

            keep("conversation_id IN ('c4', 'c1')");
            alerts.work();
            alerts.work();
            assertThat(told).hasSize(1);

            keep("true");
            alerts.work();
            assertThat(told).hasSize(2);
            assertThat(told.get(1)).contains("\"state\":\"resolved\"", "Over: Few");
        }
    }

    @Test
    void nothingAtAllIsAValueOfACount() throws Exception {
        try (Alerts alerts = alerts("{ name: Silence, metric: started, over: 48h, below: 1 }")) {
            alerts.work();
            assertThat(told).isEmpty();
            keep("false");
            alerts.work();
            assertThat(told).hasSize(1);
            assertThat(told.get(0)).contains("\"state\":\"firing\"", "started is 0");
        }
    }

    @Test
    void aBacklogThatIsGoneEndsItsAlert() throws Exception {
        for (String rule : List.of(
                "{ name: Backlog, metric: backlog, above: 0 }",
                "{ name: Waiting, metric: backlog-awaiting, above: 0 }",
                "{ name: Oldest, metric: backlog-oldest-wait, above: 1ms }")) {
            told.clear();
            try (Alerts alerts = alerts(rule)) {
                publishBacklog("true");
                alerts.work();
                assertThat(told).as(rule).hasSize(1);
                publishBacklog("false");
                alerts.work();
                assertThat(told).as(rule).hasSize(2);
                assertThat(told.get(1)).contains("\"state\":\"resolved\"");
            }
        }
    }

    @Test
    void whatWasToldIsNotToldAgainAfterARestart() throws Exception {
        String rule = "{ name: Any, metric: started, over: 48h, above: 1 }";
        try (Alerts alerts = alerts(rule)) {
            alerts.work();
        }
        try (Alerts again = alerts(rule)) {
            again.work();
            assertThat(row(again)).containsEntry("state", "firing");
            assertThat(told).hasSize(1);
            fixture.publish();
            warehouse.refresh();
            again.work();
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void whatDidNotArriveIsTriedAgainLaterAndLaterAlsoAfterARestart() throws Exception {
        String rule = "{ name: Any, metric: started, over: 48h, above: 1 }";
        status.set(503);
        try (Alerts alerts = alerts(rule)) {
            alerts.work();
            alerts.work();
            assertThat(told).hasSize(1);
            later(Duration.ofSeconds(10));
            alerts.work();
            later(Duration.ofSeconds(10));
            alerts.work();
            assertThat(told).hasSize(2);
        }
        status.set(204);
        later(Duration.ofSeconds(10));
        try (Alerts again = alerts(rule)) {
            again.work();
            again.work();
        }
        assertThat(told).hasSize(3);
        assertThat(told.get(2)).isEqualTo(told.get(0));
    }

    @Test
    void whatNobodyTakesIsGivenUpAfterTwoDays() throws Exception {
        status.set(500);
        try (Alerts alerts = alerts("{ name: Any, metric: started, over: 48h, above: 1 }")) {
            alerts.work();
            later(Notice.WORTH_TELLING.plusSeconds(1));
            alerts.work();
            later(Duration.ofHours(2));
            alerts.work();
            assertThat(told).hasSize(2);
            assertThat(Files.readString(state())).contains("\"outbox\":[]").contains("Any");
        }
    }

    @Test
    void changeIsHeldAgainstTheSameTimeOfTheWeekAsFarAsTheDataReachesBack() throws Exception {
        // Four conversations in 25 days; a week before, the same window has c6 alone; two weeks before, the data had
        // not begun.
        for (String change : List.of("+200%", "+300%")) {
            Files.deleteIfExists(state());
            try (Alerts alerts = alerts("{ name: New, metric: started, over: 25d, change: %s }".formatted(change))) {
                alerts.work();
                assertThat(row(alerts)).containsEntry("value", 4.0).containsEntry("usual", 1.0);
                assertThat(row(alerts)).containsEntry("state", change.equals("+200%") ? "firing" : "quiet");
            }
        }
    }

    @Test
    void whatCannotBeJudgedIsNeitherBegunNorEnded() throws Exception {
        try (Alerts alerts =
                alerts("{ name: Slow, metric: first-response-median, over: 72h, least-n: 3, above: 1s }")) {
            alerts.work();
            assertThat(row(alerts)).containsEntry("state", "firing").containsEntry("n", 3L);
            keep("conversation_id = 'c1'");
            alerts.work();
            assertThat(row(alerts)).containsEntry("state", "firing").containsEntry("value", null);
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void whatIsStillToBeToldDoesNotWaitForAWarehouseThatCannotBeRead(@TempDir Path empty) throws Exception {
        status.set(500);
        String rule = "{ name: Any, metric: started, over: 48h, above: 1 }";
        try (Alerts alerts = alerts(rule)) {
            alerts.work();
        }
        told.clear();
        status.set(204);
        later(Duration.ofHours(1));
        try (LiveWarehouse nothing = new LiveWarehouse(Warehouse.in(empty));
                Alerts alerts = alerts(rule, nothing)) {
            assertThatThrownBy(alerts::work).isInstanceOf(UserError.class).hasMessageContaining("no warehouse");
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void filtersClockAndTheBacklogOfTheHourCount() throws Exception {
        assertThat(value("{ name: x, metric: started, over: 72h, filter: { channel: sms }, above: 1 }"))
                .isEqualTo(2.0);
        assertThat(value("{ name: x, metric: started, over: 72h, filter: { agent: a1 }, above: 1 }"))
                .isEqualTo(2.0);
        assertThat(
                        value(
                                "{ name: x, metric: first-response-p90, over: 72h, filter: { team: billing }, clock: business, above: 1m }"))
                .isEqualTo(30_000.0);
        assertThat(value("{ name: x, metric: backlog, above: 1 }")).isEqualTo(1.0);
        assertThat(value("{ name: x, metric: backlog-oldest-wait, above: 1m }")).isEqualTo(0.0);
    }

    @Test
    void aStateThatCannotBeReadIsToldBeforeAnythingElse() throws Exception {
        Files.writeString(state(), "{");
        assertThatThrownBy(() -> alerts("{ name: x, metric: started, above: 1 }"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("alert-state");
    }

    @Test
    void theApiSaysHowTheyStand() throws Exception {
        try (Alerts alerts = alerts(
                "{ name: Any, metric: started, over: 48h, above: 1, filter: { channel: [sms, email, webchat] } }")) {
            alerts.work();
            try (RunningDashboard dashboard = RunningDashboard.over(directory, alerts.statuses())) {
                var answer = dashboard.json("/api/alerts");
                assertThat(answer.path("n").asInt()).isEqualTo(1);
                assertThat(answer.at("/rows/0/state").asText()).isEqualTo("firing");
                assertThat(answer.at("/rows/0/filter/channel/0").asText()).isEqualTo("sms");
                assertThat(answer.at("/rows/0").size())
                        .isEqualTo(AlertStatus.schema().size());
            }
        }
    }

    private @Nullable Object value(String rule) throws Exception {
        Files.deleteIfExists(state());
        try (Alerts alerts = alerts(rule)) {
            alerts.work();
            return row(alerts).get("value");
        }
    }

    private static Map<String, @Nullable Object> row(Alerts alerts) {
        return alerts.statuses().get(0).row();
    }

    private Alerts alerts(String rule) {
        return alerts(rule, warehouse);
    }

    private Alerts alerts(String rule, LiveWarehouse judged) {
        String yaml = """
                alerts: [%s]
                webhook: { url: "http://127.0.0.1:%d/hook", token: secret }
                alert-state: %s
                """.formatted(rule, receiver.getAddress().getPort(), state());
        return new Alerts(Configured.alerts(yaml), judged, now::get);
    }

    private Path state() {
        return directory.resolve("alerts.json");
    }

    private void keep(String condition) {
        fixture.keepConversations(condition).publish();
        warehouse.refresh();
    }

    private void publishBacklog(String condition) {
        fixture.rewrite(
                        BacklogTable.TABLE,
                        "SELECT * REPLACE (1 AS awaiting_agent, 60000 AS oldest_wait_ms) FROM rows WHERE " + condition)
                .publish();
        warehouse.refresh();
    }

    private void later(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}
