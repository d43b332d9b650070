package dev.threadline.dashboard.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.access.AccessSettings;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cache on the way may hand the answer of one visitor to another. */
class CacheHeadersTest {

    private static final AccessSettings BY_PROXY = Users.of("""
            trusted-header:
              name: X-User
              groups: X-Groups
              roles: { service-leads: lead, "*": viewer }
            proxies: [127.0.0.1]
            """);

    @TempDir
    private static Path directory;

    @BeforeAll
    static void publish() {
        WarehouseFixture.published(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/conversations/c1",
                "/conversations/nobody",
                "/nowhere",
                "/glossary",
                "/api",
                "/api/tiles",
                "/api/runs",
                "/api/runs?format=csv",
                "/api/conversations/c1",
                "/api/exports/conversations",
                "/api/openapi.json",
                "/api/health",
                "/api/tiles?clock=sand",
                "/metrics"
            })
    void anAnswerIsForItsVisitorAlone(String path) throws Exception {
        try (RunningDashboard dashboard = RunningDashboard.guardedOver(directory, BY_PROXY, InstantSource.system())) {
            for (String user : List.of("lea", "")) {
                HttpResponse<String> answer = dashboard.get(path, "X-User", user, "X-Groups", "service-leads");
                assertThat(header(answer, "Cache-Control")).containsAnyOf("private", "no-store");
                assertThat(header(answer, "Vary"))
                        .isEqualTo("Accept-Encoding, Cookie, Authorization, X-User, X-Groups");
            }
        }
    }

    @Test
    void whatIsTheSameForAllMayBeKeptForAll() throws Exception {
        try (RunningDashboard dashboard = RunningDashboard.guardedOver(directory, BY_PROXY, InstantSource.system())) {
            HttpResponse<String> script = dashboard.get("/assets/card.js");
            assertThat(header(script, "Cache-Control")).doesNotContain("private", "no-store");
            assertThat(header(script, "Vary")).isEqualTo("Accept-Encoding");
        }
    }

    @Test
    void whereNobodySignsInThereIsOneVisitor() throws Exception {
        try (RunningDashboard dashboard = RunningDashboard.over(directory)) {
            HttpResponse<String> answer = dashboard.get("/api/tiles");
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
            assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(" and ", answer.headers().allValues(name));
    }
}
