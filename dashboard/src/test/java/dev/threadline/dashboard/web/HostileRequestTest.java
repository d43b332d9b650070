package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.Hostility;
import dev.threadline.dashboard.fixture.RawHttp;
import dev.threadline.dashboard.fixture.RawHttp.Raw;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that mean harm: thousands, or as many as {@code -Dthreadline.hostile-requests=500} says. The seed in the name
 * of a failure repeats it.
 */
class HostileRequestTest {

    private static final int REQUESTS = Integer.getInteger("threadline.hostile-requests", 3_500);
    private static final int OF_A_SEED = 50;

    @TempDir
    private static Path directory;

    private static RunningDashboard open;
    private static RunningDashboard guarded;
    private static List<String> addresses;
    private static List<String> parameters;
    private static Set<Path> filesBefore;
    private static List<String> cookies;

    @BeforeAll
    static void start() throws Exception {
        WarehouseFixture.published(directory);
        open = RunningDashboard.over(directory);
        guarded = RunningDashboard.guardedOver(directory, Users.ONE_OF_EACH, InstantSource.system());
        addresses = Dashboard.routes(new LiveWarehouse(Warehouse.in(directory)), DashboardSettings.local()).stream()
                .map(Route::path)
                .toList();
        Set<String> names = new TreeSet<>();
        described()
                .values()
                .forEach(address -> address.forEach(
                        parameter -> names.add(parameter.path("name").asText())));
        parameters = List.copyOf(names);
        cookies = List.of("", guarded.signIn("vera", Users.PASSWORD), guarded.signIn("anton", Users.PASSWORD));
        filesBefore = files();
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(REQUESTS / OF_A_SEED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHostileRequestIsAnsweredOrRefusedAndDoesNoHarm(long seed) throws Exception {
        Hostility hostility = new Hostility(seed, addresses, parameters, directory.toString());
        for (int i = 0; i < OF_A_SEED; i++) {
            String cookie = cookies.get(i % cookies.size());
            String request = hostility.request(cookie);
            String address = cookie.isEmpty() ? open.address() : guarded.address();
            String sent = request.substring(0, Math.min(request.length(), 600));
            Raw answer = RawHttp.send(address, request);
            String what = sent + "\n---\n" + answer.head();
            assertThat(answer.status()).as(what).isNotEqualTo(0);
            // What has no address at all reads like another version of HTTP.
            assertThat(answer.status() < 500 || answer.status() == 505).as(what).isTrue();
            assertThat(answer.body()).as(what).doesNotContain("root:x:", "\tat ", "Exception", "Powered by Jetty");
            assertThat(answer.head()).as(what).doesNotContain("\nSet-Cookie: harmed", "Server: Jetty");
            if (answer.header("Content-Type").startsWith("text/html")) {
                assertThat(answer.body()).as(what).doesNotContain("<script>", "<img src=x");
            }
            if (answer.status() >= 400) {
                assertThat(answer.header("Content-Type"))
                        .as(what)
                        .matches("(application/problem\\+json|text/html)(;.*)?");
            }
            if (!cookie.isEmpty()) {
                assertThat(answer.body()).as(what).doesNotContain("what <b>").doesNotContain("\"u2\"", "\"a2\"");
            }
        }
        assertThat(open.json("/api/outcomes").path("n").asInt()).isEqualTo(5);
        assertThat(files()).isEqualTo(filesBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "1; DROP VIEW conversations; --",
                "x') UNION ALL SELECT text FROM messages --",
                "read_text('/etc/passwd')"
            })
    void sqlInAnyParameterOfAnyAddressIsAValueOrRefused(String sql) throws Exception {
        String value = URLEncoder.encode(sql, StandardCharsets.UTF_8);
        Map<String, JsonNode> described = described();
        assertThat(described).hasSizeGreaterThan(40);
        for (Map.Entry<String, JsonNode> address : described.entrySet()) {
            for (JsonNode parameter : address.getValue()) {
                String name = parameter.path("name").asText();
                String path = parameter.path("in").asText().equals("path")
                        ? address.getKey().replace("{" + name + "}", value.replace("+", "%20"))
                        : address.getKey().replace("{conversation_id}", "c1") + "?" + name + "=" + value;
                HttpResponse<String> answer = open.get(path);
                assertThat(answer.statusCode()).as(path).isIn(200, 400, 404);
                assertThat(answer.body()).as(path).doesNotContain("what <b>", "root:x:", "Exception", "Parser Error");
            }
        }
        assertThat(open.json("/api/outcomes").path("n").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/tiles HTTP/1.1\r\nHost: loc",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 100\r\n\r\nname=v"
            })
    void clientsThatNeverFinishKeepNobodyElseWaiting(String beginning) throws Exception {
        URI server = URI.create(guarded.address());
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            for (int i = 0; i < 10; i++) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> assertThat(guarded.get("/login").statusCode()).isEqualTo(200));
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Every address of the document with its parameters. */
    private static Map<String, JsonNode> described() throws Exception {
        Map<String, JsonNode> described = new TreeMap<>();
        open.json("/api/openapi.json")
                .path("paths")
                .properties()
                .forEach(path ->
                        described.put(path.getKey(), path.getValue().path("get").path("parameters")));
        return described;
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return new TreeSet<>(
                    files.filter(file -> !file.endsWith("exports.jsonl")).toList());
        }
    }
}
