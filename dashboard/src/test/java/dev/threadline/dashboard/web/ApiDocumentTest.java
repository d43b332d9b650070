package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the document against the server: what is answered is described, and what is described is answered. */
class ApiDocumentTest {

    private static final Map<String, String> FORMATS = Map.of(
            "text/csv", "?format=csv",
            "application/x-ndjson", "?format=jsonl",
            "application/vnd.apache.parquet", "?format=parquet");

    @TempDir
    private static Path directory;

    private static RunningDashboard dashboard;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        WarehouseFixture.published(directory);
        dashboard = RunningDashboard.over(directory);
        document = dashboard.json("/api/openapi.json");
    }

    @AfterAll
    static void stop() {
        dashboard.close();
    }

    static List<String> paths() {
        return names(document.path("paths"));
    }

    @Test
    void everyAddressOfTheApiIsDescribedAndNoOther() {
        List<String> answered =
                Dashboard.routes(new LiveWarehouse(Warehouse.in(directory)), DashboardSettings.local()).stream()
                        .map(Route::path)
                        .filter(path -> path.startsWith("/api/"))
                        .toList();
        assertThat(paths()).containsExactlyInAnyOrderElementsOf(answered);
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void whatIsDescribedIsAnswered(String path) throws Exception {
        JsonNode operation = document.path("paths").path(path).path("get");
        assertThat(operation.path("summary").asText()).isNotBlank().doesNotContain("--");
        for (String format : names(operation.path("responses").path("200").path("content"))) {
            HttpResponse<String> answer = dashboard.get(concrete(path) + FORMATS.getOrDefault(format, ""));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(format);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anAnswerHasTheMembersAndColumnsThatAreDescribedAndNoOthers(String path) throws Exception {
        JsonNode schema = document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");
        if (!schema.has("allOf") || path.endsWith("openapi.json")) {
            return;
        }
        JsonNode own = schema.path("allOf").path(1).path("properties");
        Set<String> known = new TreeSet<>(names(own));
        known.addAll(names(document.at("/components/schemas/Answer/properties")));
        JsonNode answer = dashboard.json(concrete(path) + "?period=all");
        assertThat(known).containsAll(names(answer));
        assertThat(names(answer)).containsAll(names(own));
        for (String member : names(own)) {
            JsonNode value = answer.path(member);
            JsonNode columns =
                    own.path(member).path(value.isArray() ? "items" : "").path("properties");
            if (value.isArray() && !value.isEmpty()) {
                assertThat(names(value.get(0))).as(member).containsExactlyElementsOf(names(columns));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aParameterTakesWhatIsDescribedAndRefusesTheRest(String path) throws Exception {
        for (JsonNode parameter : document.path("paths").path(path).path("get").path("parameters")) {
            JsonNode schema = parameter.path("schema");
            if (parameter.path("in").asText().equals("query")) {
                for (String good : good(schema)) {
                    assertThat(status(path, parameter, good))
                            .as(parameter + " " + good)
                            .isEqualTo(200);
                }
                for (String bad : bad(schema)) {
                    assertThat(status(path, parameter, bad))
                            .as(parameter + " " + bad)
                            .isEqualTo(400);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aPublicationThatIsNotKeptIsNotFoundAndTheDocumentSaysSo(String path) throws Exception {
        assertThat(dashboard.get(concrete(path) + "?publication=99").statusCode())
                .isEqualTo(404);
        assertThat(names(document.path("paths").path(path).at("/get/responses")))
                .contains("404");
    }

    @Test
    void instantsAndDurationsSayWhatTheyAre() {
        JsonNode columns = document.path("paths")
                .path("/api/conversations")
                .at("/get/responses/200/content/application~1json/schema/allOf/1/properties/rows/items/properties");
        assertThat(columns.at("/started_at/format").asText()).isEqualTo("date-time");
        assertThat(columns.at("/first_response_ms/description").asText()).isEqualTo("milliseconds");
        assertThat(columns.at("/first_response_ms/type/0").asText()).isEqualTo("integer");
        assertThat(columns.has("sort_key")).isFalse();
    }

    @Test
    void peopleReadTheSameOnAPage() throws Exception {
        String page = dashboard.get("/api").body();
        for (String path : paths()) {
            assertThat(page).contains("GET " + path.replace("=", "&#x3D;"));
        }
        assertThat(page).contains("first_response_ms", "wall | business");
    }

    private static int status(String path, JsonNode parameter, String value) throws Exception {
        String name = parameter.path("name").asText();
        String both = name.equals("from") ? "&until=2026-04-01" : name.equals("until") ? "&from=2026-03-01" : "";
        return dashboard
                .get("%s?%s=%s%s".formatted(concrete(path), name, value, both))
                .statusCode();
    }

    private static List<String> good(JsonNode schema) {
        List<String> good = new ArrayList<>();
        schema.path("enum").forEach(word -> good.add(word.asText()));
        if (schema.has("minimum")) {
            good.addAll(List.of(
                    schema.path("minimum").asText(), schema.path("maximum").asText()));
        }
        if (schema.path("format").asText().equals("date")) {
            good.add("2026-03-30");
        }
        if (schema.path("format").asText().equals("date-time")) {
            good.add("2026-03-30T08:00:00Z");
        }
        return good;
    }

    private static List<String> bad(JsonNode schema) {
        if (schema.has("minimum")) {
            return List.of(
                    String.valueOf(schema.path("minimum").asLong() - 1),
                    String.valueOf(schema.path("maximum").asLong() + 1),
                    "many");
        }
        return schema.has("enum") || schema.has("format") ? List.of("nonsense") : List.of();
    }

    private static String concrete(String path) {
        return path.replace("{conversation_id}", "c1");
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
