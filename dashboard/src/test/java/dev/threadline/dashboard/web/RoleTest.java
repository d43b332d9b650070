package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.access.AccessSettings;
import dev.threadline.dashboard.access.Rules;
import dev.threadline.dashboard.fixture.RoleTable;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.dashboard.web.question.Targets;
import dev.threadline.jobs.run.RunsTable;
import dev.threadline.jobs.turn.TurnsTable;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address x every role: what is answered, held against {@code roles.csv} and against what the role may see. */
class RoleTest {

    private static final RoleTable TABLE = RoleTable.read();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every id of a customer, thread, message or agent in the fixture. */
    private static final Set<String> IDS = Stream.concat(
                    Stream.of("u", "a", "t", "m")
                            .flatMap(kind -> Stream.of(1, 2, 3, 4, 5).map(n -> kind + n)),
                    Stream.of("<img src=x onerror=\"window.harmed=1\">"))
            .collect(Collectors.toSet());

    @TempDir
    private static Path directory;

    private static RunningDashboard dashboard;
    private static RunningDashboard open;
    private static final Map<String, String> COOKIES = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        // A colleague answered once in a conversation that the agent carried.
        WarehouseFixture.published(directory).rewrite(TurnsTable.TABLE, """
                        SELECT * REPLACE (
                            CASE WHEN conversation_id = 'c1' AND turn = 2 THEN 'a2' ELSE answered_by END AS answered_by)
                        FROM rows""").publish();
        dashboard = RunningDashboard.guardedOver(directory, Users.ONE_OF_EACH, InstantSource.system());
        open = RunningDashboard.showingTextOver(directory);
        COOKIES.put("anonymous", "none=none");
        COOKIES.put("viewer", dashboard.signIn("vera", Users.PASSWORD));
        COOKIES.put("agent", dashboard.signIn("anton", Users.PASSWORD));
        COOKIES.put("lead", dashboard.signIn("lea", Users.PASSWORD));
    }

    @AfterAll
    static void stop() {
        dashboard.close();
        open.close();
    }

    static List<Route> routes() {
        AccessSettings settings = Users.ONE_OF_EACH;
        LiveWarehouse warehouse = new LiveWarehouse(Warehouse.in(directory), Access.lenses(settings), Optional.empty());
        Access access = new Access(settings, InstantSource.system());
        return Dashboard.routes(
                warehouse,
                new DashboardSettings(
                        access,
                        true,
                        Targets.STANDARDS,
                        DashboardSettings.local().exports(),
                        List::of,
                        InstantSource.system()));
    }

    static List<String> questions() {
        return routes().stream()
                .map(Route::path)
                .filter(path -> path.startsWith("/api/") && !path.endsWith("openapi.json") && !path.contains("exports"))
                .map(path -> path.replace("{conversation_id}", "c1"))
                .toList();
    }

    @Test
    void everyAddressHasALineAndEveryRuleAnAddress() throws Exception {
        assertThat(routes().stream().map(route -> route.method() + " " + route.path()))
                .containsExactlyInAnyOrderElementsOf(TABLE.addresses());
        assertThat(routes().stream().map(Route::path)).containsAll(Rules.addresses());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anAddressAnswersTheRolesOfItsLineAndNoOthers(Route route) throws Exception {
        Map<String, Integer> statuses = TABLE.statuses(route.method() + " " + route.path());
        for (Map.Entry<String, Integer> role : statuses.entrySet()) {
            // Signing out ends a session: here one that is none.
            String cookie = route.path().equals("/logout") ? "none=none" : cookie(role.getKey());
            HttpResponse<String> answer = send(route.method().name(), route, cookie);
            assertThat(answer.statusCode()).as(role.getKey()).isEqualTo(role.getValue());
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).containsAnyOf("private", "no-store");
            assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Cookie");
            if (route.path().startsWith("/api/") && answer.statusCode() >= 400) {
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
            }
            if (route.method().equals(HandlerType.GET)) {
                assertThat(send("HEAD", route, cookie).statusCode())
                        .as("HEAD as " + role.getKey())
                        .isEqualTo(role.getValue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aViewerReadsNoIdOfAnybodyAndNoText(String path) throws Exception {
        for (String query : List.of("?period=all", "?period=all&format=csv")) {
            HttpResponse<String> answer = ask("viewer", path + query);
            assertThat(values(answer)).doesNotContainAnyElementsOf(IDS);
            assertThat(answer.body()).doesNotContain("says");
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aLeadReadsWhatSomebodyAtThisMachineReads(String path) throws Exception {
        assertThat(ask("lead", path + "?period=all").body())
                .isEqualTo(open.get(path + "?period=all").body());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anAgentReadsWhatALeadReadsWhoFiltersByThatAgent(String path) throws Exception {
        HttpResponse<String> own = ask("agent", path + "?period=all");
        if (own.statusCode() == 403 || path.endsWith("/c1")) {
            return;
        }
        ObjectNode filtered = (ObjectNode)
                JSON.readTree(ask("lead", path + "?period=all&agent=a1").body());
        ObjectNode read = (ObjectNode) JSON.readTree(own.body());
        JsonNode ignored = filtered.remove("ignored_filters");
        read.remove("ignored_filters");
        assertThat(read).isEqualTo(filtered);
        boolean ofEverybody = Set.of("/api/glossary", "/api/health").contains(path);
        assertThat(ofEverybody || ignored.isEmpty())
                .as("what cannot be filtered by agent is nobody's own")
                .isTrue();
    }

    @Test
    void repliesOfAColleagueAreNotTheAgents() throws Exception {
        for (String path :
                List.of("/api/tiles?page=agents", "/api/conversations?by=human_replied", "/api/load-and-speed?")) {
            JsonNode own = JSON.readTree(ask("agent", path + "&period=all").body());
            JsonNode filtered =
                    JSON.readTree(ask("lead", path + "&period=all&agent=a1").body());
            assertThat(own.path("rows")).as(path).isNotEmpty().isEqualTo(filtered.path("rows"));
        }
    }

    @Test
    void anAgentReadsTheirConversationsAndNoOthersAndNoText() throws Exception {
        assertThat(ask("agent", "/api/conversations/c1").body())
                .contains("\"a1\"")
                .doesNotContain("says");
        assertThat(ask("agent", "/api/conversations/c2").statusCode()).isEqualTo(404);
        assertThat(ask("agent", "/conversations/c2").statusCode()).isEqualTo(404);
        JsonNode list =
                JSON.readTree(ask("agent", "/api/conversations?period=all").body());
        assertThat(list.path("rows").findValuesAsText("conversation_id")).containsExactly("c4", "c1");
        assertThat(ask("agent", "/api/conversations?period=all&search=u2").body())
                .contains("\"n\":0");
    }

    @Test
    void onlyALeadReadsText() throws Exception {
        assertThat(ask("lead", "/api/conversations/c1").body()).contains("says");
    }

    @Test
    void nobodyFiltersByAnAgentWhoIsNotTheirsToSee() throws Exception {
        assertThat(ask("viewer", "/api/handle-time?agent=a1").statusCode()).isEqualTo(403);
        assertThat(ask("agent", "/api/handle-time?agent=a2").statusCode()).isEqualTo(403);
        assertThat(ask("agent", "/api/handle-time?agent=a1&agent=a2").statusCode())
                .isEqualTo(403);
        assertThat(ask("agent", "/api/handle-time?agent=a1").statusCode()).isEqualTo(200);
        assertThat(ask("viewer", "/api/conversations?period=all&search=u1").body())
                .contains("\"n\":0");
    }

    @Test
    void numbersOverAgentsStayRightForThoseWhoSeeNone() throws Exception {
        for (String path : List.of("/api/concurrency", "/api/load-and-speed", "/api/handle-time", "/api/tiles")) {
            assertThat(ask("viewer", path + "?period=all").body())
                    .isEqualTo(ask("lead", path + "?period=all").body());
        }
        assertThat(ask("viewer", "/api/concurrency?period=all").body()).contains("\"agents\":2");
    }

    @Test
    void theTagOfAnAnswerIsOfTheRole() throws Exception {
        String tag =
                ask("lead", "/api/conversations").headers().firstValue("ETag").orElseThrow();
        assertThat(dashboard
                        .get("/api/conversations", "Cookie", cookie("lead"), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(dashboard
                        .get("/api/conversations", "Cookie", cookie("viewer"), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whereThingsLieOnTheServerIsToldToLeadsOnly(@TempDir Path empty) throws Exception {
        String notKept = "?publication=99";
        for (String path : List.of("/", "/api/tiles", "/api/conversations/c1", "/api/health")) {
            assertThat(ask("viewer", path + notKept).body())
                    .contains("Publication 99 cannot be shown")
                    .doesNotContain(directory.toString());
            assertThat(ask("lead", path + notKept).body()).contains(directory.toString());
        }
        try (RunningDashboard waiting =
                RunningDashboard.guardedOver(empty, Users.ONE_OF_EACH, InstantSource.system())) {
            String vera = waiting.signIn("vera", Users.PASSWORD);
            String lea = waiting.signIn("lea", Users.PASSWORD);
            for (String path : List.of("/", "/api/tiles", "/api/health")) {
                assertThat(waiting.get(path, "Cookie", vera).body())
                        .contains("Whoever runs this dashboard finds the reason in its log")
                        .doesNotContain(empty.toString());
                assertThat(waiting.get(path, "Cookie", lea).body()).contains(empty.toString());
            }
            assertThat(waiting.get("/api/health").body()).doesNotContain(empty.toString());
        }
    }

    @Test
    void whatARunFailedForIsToldToLeadsOnly(@TempDir Path own) throws Exception {
        WarehouseFixture.published(own)
                .rewrite(
                        RunsTable.TABLE,
                        "SELECT * REPLACE ('failed' AS state), '/srv/logs is gone' AS error FROM rows");
        try (RunningDashboard failed = RunningDashboard.guardedOver(own, Users.ONE_OF_EACH, InstantSource.system())) {
            String vera = failed.signIn("vera", Users.PASSWORD);
            String lea = failed.signIn("lea", Users.PASSWORD);
            for (String path : List.of("/api/runs", "/api/runs?format=csv")) {
                assertThat(failed.get(path, "Cookie", vera).body())
                        .contains("failed")
                        .doesNotContain("/srv/logs");
                assertThat(failed.get(path, "Cookie", lea).body()).contains("/srv/logs is gone");
            }
            assertThat(failed.get("/api/rejects", "Cookie", vera).body())
                    .contains("last_line")
                    .doesNotContain("last_file");
        }
    }

    @Test
    void pagesLeaveOutWhatTheRoleMayNotSee() throws Exception {
        assertThat(ask("viewer", "/agents").body())
                .doesNotContain("data-chart=\"agents\"")
                .contains("load-by-hour");
        assertThat(ask("agent", "/agents").body())
                .contains("data-chart=\"agents\"", "anton, agent")
                .doesNotContain("href=\"/data\"", "href=\"/backlog\"");
        assertThat(ask("lead", "/agents").body()).contains("data-chart=\"agents\"", "href=\"/data\"");
    }

    private static HttpResponse<String> ask(String role, String path) throws Exception {
        return dashboard.get(path, "Cookie", cookie(role));
    }

    private static HttpResponse<String> send(String method, Route route, String cookie) throws Exception {
        String path = route.path().replace("{conversation_id}", "c1");
        return dashboard.send(method, path, BodyPublishers.noBody(), "Cookie", cookie);
    }

    private static String cookie(String role) {
        return Objects.requireNonNull(COOKIES.get(role), role);
    }

    /** All texts of an answer, of JSON or of CSV. */
    private static List<String> values(HttpResponse<String> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/csv")) {
            return List.of(answer.body().split("[,\r\n]", -1));
        }
        List<String> values = new ArrayList<>();
        collect(JSON.readTree(answer.body()), values);
        return values;
    }

    private static void collect(JsonNode node, List<String> values) {
        if (node.isTextual()) {
            values.add(node.asText());
        }
        node.forEach(child -> collect(child, values));
    }
}
