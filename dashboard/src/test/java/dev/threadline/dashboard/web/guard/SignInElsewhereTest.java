package dev.threadline.dashboard.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.threadline.dashboard.fixture.FakeProvider;
import dev.threadline.dashboard.fixture.FakeProvider.Signer;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignInElsewhereTest {

    @TempDir
    private static Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-04-01T08:00:00Z"));

    private FakeProvider provider;
    private RunningDashboard dashboard;

    @BeforeAll
    static void publish() {
        WarehouseFixture.published(directory);
    }

    @BeforeEach
    void start() throws Exception {
        provider = new FakeProvider();
        dashboard = RunningDashboard.guardedOver(
                directory,
                Users.of("""
                        oidc:
                          issuer: %s
                          client-id: %s
                          client-secret: "%s"
                          address: https://threadline.example.com/
                          groups: groups
                          roles: { service-leads: lead, agents: agent }
                          agents: { anton: a1 }
                        """.formatted(provider.issuer(), FakeProvider.CLIENT, FakeProvider.SECRET)),
                now::get);
    }

    @AfterEach
    void stop() {
        dashboard.close();
        provider.close();
    }

    @Test
    void aVisitorIsSentAwayAndComesBackToWhereTheyWanted() throws Exception {
        HttpResponse<String> refused = dashboard.get("/agents?channel=sms");
        HttpResponse<String> sent = dashboard.get(location(refused));
        assertThat(location(sent)).startsWith(provider.issuer() + "/authorize?");
        assertThat(asked(sent))
                .containsEntry("response_type", List.of("code"))
                .containsEntry("code_challenge_method", List.of("S256"))
                .containsEntry("redirect_uri", List.of("https://threadline.example.com/login"))
                .containsKeys("state", "nonce", "code_challenge");
        HttpResponse<String> back = back(sent, cookie(sent));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/agents?channel=sms");
        assertThat(dashboard.get("/api/agents", "Cookie", session(back)).statusCode())
                .isEqualTo(200);
        assertThat(dashboard.get("/", "Cookie", session(back)).body()).contains("lea");
    }

    @Test
    void groupsSayWhichRole() throws Exception {
        provider.saying(claims -> claims.claim("preferred_username", "anton").claim("groups", List.of("agents")));
        HttpResponse<String> back = signIn();
        assertThat(dashboard.get("/api/runs", "Cookie", session(back)).statusCode())
                .isEqualTo(403);
        assertThat(dashboard
                        .json("/api/outcomes?period=all", "Cookie", session(back))
                        .path("n")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whoHasNoRoleIsToldSo() throws Exception {
        provider.saying(claims -> claims.claim("groups", List.of("kitchen")));
        HttpResponse<String> back = signIn();
        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("lea, who has no role");
        assertThat(hasSession(back)).isFalse();
    }

    static Stream<Arguments> lies() {
        UnaryOperator<JWTClaimsSet.Builder> nothing = claims -> claims;
        return Stream.of(
                Arguments.of("signed by somebody else", nothing, Signer.SOMEBODY_ELSE),
                Arguments.of("signed with the client's secret", nothing, Signer.SHARED_SECRET),
                lie("of another sign-in", claims -> claims.claim("nonce", "another")),
                lie("of no sign-in", claims -> claims.claim("nonce", null)),
                lie("for another client", claims -> claims.audience("another")),
                lie("of another provider", claims -> claims.issuer("https://elsewhere.example.com")),
                lie(
                        "over",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                lie("without a name", claims -> claims.claim("preferred_username", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenThatIsNotToBeBelievedLetsNobodyIn(String what, UnaryOperator<JWTClaimsSet.Builder> says, Signer signer)
            throws Exception {
        provider.saying(says).signedBy(signer);
        HttpResponse<String> back = signIn();
        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body()).contains("cannot be believed");
        assertThat(hasSession(back)).isFalse();
    }

    @Test
    void nobodyComesBackInAnothersPlaceOrTwice() throws Exception {
        HttpResponse<String> mine = dashboard.get("/login?next=/");
        HttpResponse<String> anothers = dashboard.get("/login?next=/");
        assertThat(back(anothers, cookie(mine)).statusCode()).isEqualTo(401);
        assertThat(back(anothers, "none=none").statusCode()).isEqualTo(401);
        assertThat(back(anothers, cookie(anothers)).statusCode()).isEqualTo(303);
        assertThat(back(anothers, cookie(anothers)).statusCode()).isEqualTo(401);
    }

    @Test
    void whoTakesTooLongBeginsAgain() throws Exception {
        HttpResponse<String> sent = dashboard.get("/login?next=/");
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(10)));
        assertThat(back(sent, cookie(sent)).body()).contains("took too long");
    }

    @Test
    void whoIsTurnedAwayOverThereIsTold() throws Exception {
        HttpResponse<String> sent = dashboard.get("/login?next=/");
        String state = state(sent);
        HttpResponse<String> back = dashboard.get("/login?error=access_denied&state=" + state, "Cookie", cookie(sent));
        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body()).contains("did not let you through");
    }

    @Test
    void aProviderThatDoesNotAnswerIsToldAndAskedAgain() throws Exception {
        provider.close();
        HttpResponse<String> sent = dashboard.get("/login?next=/");
        assertThat(sent.statusCode()).isEqualTo(503);
        assertThat(sent.body()).contains("does not answer");
        assertThat(dashboard.get("/api/tiles").statusCode()).isEqualTo(401);
    }

    @Test
    void whoSignedOutIsNotSignedInAgainUnasked() throws Exception {
        HttpResponse<String> out = dashboard.post("/logout", "", "Cookie", session(signIn()));
        HttpResponse<String> page = dashboard.get(location(out));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("href=\"/login?next=%2F\"");
    }

    private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> says) {
        return Arguments.of(what, says, Signer.ITSELF);
    }

    private HttpResponse<String> signIn() throws Exception {
        HttpResponse<String> sent = dashboard.get("/login?next=/");
        return back(sent, cookie(sent));
    }

    /** What the provider has the browser ask once its visitor has signed in. */
    private HttpResponse<String> back(HttpResponse<String> sent, String cookie) throws Exception {
        String code = provider.codeFor(URI.create(location(sent)));
        String state = state(sent);
        return dashboard.get("/login?code=%s&state=%s".formatted(code, state), "Cookie", cookie);
    }

    private static String state(HttpResponse<String> sent) {
        return String.join("", asked(sent).getOrDefault("state", List.of()));
    }

    private static Map<String, List<String>> asked(HttpResponse<String> sent) {
        return URLUtils.parseParameters(URI.create(location(sent)).getRawQuery());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> sent) {
        String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/login");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String session(HttpResponse<String> back) {
        return back.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("threadline="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasSession(HttpResponse<String> back) {
        return back.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith("threadline="));
    }
}
