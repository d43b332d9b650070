package dev.threadline.dashboard.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.dashboard.access.AccessSettings;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final String RIGHT = "name=lea&password=open+sesame";
    private static final String WRONG = "name=lea&password=open+barley";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-04-01T08:00:00Z"));

    @TempDir
    private static Path directory;

    private RunningDashboard dashboard;

    @BeforeAll
    static void publish() {
        WarehouseFixture.published(directory);
    }

    @BeforeEach
    void start() {
        dashboard = RunningDashboard.guardedOver(directory, Users.ONE_OF_EACH, now::get);
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void whoHasNotSignedInIsLedToTheFormAndBack() throws Exception {
        HttpResponse<String> refused = dashboard.get("/agents?channel=sms");
        assertThat(location(refused)).isEqualTo("/login?next=%2Fagents%3Fchannel%3Dsms");
        assertThat(dashboard.get(location(refused)).body())
                .contains("name=\"next\" value=\"/agents?channel&#x3D;sms\"");
        HttpResponse<String> in = dashboard.post("/login", RIGHT + "&next=%2Fagents%3Fchannel%3Dsms");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/agents?channel=sms");
    }

    @Test
    void theCookieIsForNoScriptAndNoOtherSite() throws Exception {
        assertThat(cookie(dashboard.post("/login", RIGHT)))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(cookie(dashboard.post("/login", RIGHT, "X-Forwarded-Proto", "https")))
                .contains("; Secure");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() throws Exception {
        HttpResponse<String> wrong = dashboard.post("/login", WRONG);
        HttpResponse<String> unknown = dashboard.post("/login", "name=nobody&password=open+sesame");
        assertThat(List.of(wrong.statusCode(), unknown.statusCode())).containsOnly(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(unknown.body().replace("nobody", "lea"))
                .isEqualTo(wrong.body())
                .contains("Name or password is wrong.");
    }

    @Test
    void guessingIsSlowedDownForTheGuesserAlone() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(dashboard.post("/login", WRONG).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> slowed = dashboard.post("/login", RIGHT);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(dashboard.post("/login", RIGHT.replace("lea", "vera")).statusCode())
                .isEqualTo(303);
        now.updateAndGet(instant -> instant.plusSeconds(2));
        assertThat(dashboard.post("/login", RIGHT).statusCode()).isEqualTo(303);
    }

    @Test
    void aLineThatTheGuesserSendsDoesNotHideWhereHeIs() throws Exception {
        AccessSettings behindProxy = Users.of("""
                proxies: 127.0.0.1
                users:
                  - { name: lea, password: "%s", role: lead }
                """.formatted(Users.HASH));
        try (RunningDashboard proxied = RunningDashboard.guardedOver(directory, behindProxy, now::get)) {
            for (int i = 0; i < 5; i++) {
                assertThat(guess(proxied, WRONG, "10.9.8." + i).statusCode()).isEqualTo(401);
            }
            assertThat(guess(proxied, RIGHT, "10.9.8.77").statusCode()).isEqualTo(429);
        }
    }

    /** As a proxy forwards it that adds its own line behind the client's. */
    private static HttpResponse<String> guess(RunningDashboard proxied, String form, String claimed) throws Exception {
        return proxied.post("/login", form, "X-Forwarded-For", claimed, "X-Forwarded-For", "192.0.2.1");
    }

    @Test
    void strangersDoNotChooseWhichPublicationIsOpened() throws Exception {
        assertThat(dashboard.json("/api/health?publication=77").path("status").asText())
                .isEqualTo("up");
        assertThat(dashboard
                        .get("/api/health?publication=77", "Cookie", dashboard.signIn("lea", Users.PASSWORD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        String cookie = dashboard.signIn("lea", Users.PASSWORD);
        assertThat(dashboard.get("/api/tiles", "Cookie", cookie).statusCode()).isEqualTo(200);
        HttpResponse<String> out = dashboard.post("/logout", "", "Cookie", cookie);
        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        assertThat(dashboard.get("/api/tiles", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterAPauseAndAfterAWeek() throws Exception {
        String cookie = dashboard.signIn("lea", Users.PASSWORD);
        for (int hours = 11; hours < 7 * 24; hours += 11) {
            now.updateAndGet(instant -> instant.plus(Duration.ofHours(11)));
            assertThat(dashboard.get("/api/tiles", "Cookie", cookie).statusCode())
                    .isEqualTo(200);
        }
        now.updateAndGet(instant -> instant.plus(Duration.ofHours(11)));
        assertThat(dashboard.get("/api/tiles", "Cookie", cookie).statusCode()).isEqualTo(401);
        String another = dashboard.signIn("lea", Users.PASSWORD);
        now.updateAndGet(instant -> instant.plus(Duration.ofHours(12)));
        assertThat(dashboard.get("/api/tiles", "Cookie", another).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example",
                "Origin: null"
            })
    void anotherSiteSignsNobodyInOrOut(String header) throws Exception {
        String name = header.substring(0, header.indexOf(':'));
        String value = header.substring(header.indexOf(' ') + 1);
        assertThat(dashboard.post("/login", RIGHT, name, value).statusCode()).isEqualTo(403);
        String cookie = dashboard.signIn("lea", Users.PASSWORD);
        assertThat(dashboard.post("/logout", "", "Cookie", cookie, name, value).statusCode())
                .isEqualTo(403);
        assertThat(dashboard.get("/api/tiles", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(dashboard
                        .post("/login", RIGHT, "Origin", dashboard.address())
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "javascript:alert(1)",
                "/a%0d%0ab",
                ""
            })
    void theWayBackIsOneOfOurs(String next) throws Exception {
        HttpResponse<String> in = dashboard.post(
                "/login", RIGHT + "&next=" + next.replace("/", "%2F").replace("\\", "%5C"));
        assertThat(location(in)).isEqualTo("/");
    }

    @Test
    void exportsAreLoggedWithoutIdsOfCustomers() throws Exception {
        String cookie = dashboard.signIn("lea", Users.PASSWORD);
        dashboard.get("/api/conversations?period=all&format=csv&channel=sms&search=u2", "Cookie", cookie);
        dashboard.get("/api/conversations?period=all", "Cookie", cookie);
        List<String> log = Files.readAllLines(directory.resolve("exports.jsonl"));
        assertThat(log).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(log.get(0));
        assertThat(line.path("at").asText()).isEqualTo("2026-04-01T08:00:00Z");
        assertThat(line.path("user").asText()).isEqualTo("lea");
        assertThat(line.path("export").asText()).isEqualTo("conversations");
        assertThat(line.path("filters").path("channel").path(0).asText()).isEqualTo("sms");
        assertThat(line.path("rows").asInt()).isEqualTo(1);
        assertThat(log.get(0)).doesNotContain("u2");
    }

    @Test
    void withoutUsersOnlyThisMachineIsAnswered() throws Exception {
        try (RunningDashboard open = RunningDashboard.over(directory)) {
            assertThat(open.get("/api/tiles").statusCode()).isEqualTo(200);
            assertThat(open.get("/login").statusCode()).isEqualTo(404);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
