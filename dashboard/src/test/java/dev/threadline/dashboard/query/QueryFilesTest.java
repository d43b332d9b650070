package dev.threadline.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.dashboard.warehouse.WarehouseSnapshot;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the names in every query file against the schemas that the jobs write. */
class QueryFilesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-30");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Map<String, String> WORDS = Map.of(
            "by", "started_at",
            "narrowed", "started_at >= :from",
            "sort_key", "messages",
            "order", "asc",
            "beyond", ">",
            "at", "started_at",
            "measure", "handle");

    @TempDir
    private static Path directory;

    private static WarehouseSnapshot snapshot;

    @BeforeAll
    static void publish() {
        WarehouseFixture.published(directory);
        snapshot = Warehouse.in(directory).open();
    }

    @AfterAll
    static void close() throws Exception {
        snapshot.close();
    }

    static Stream<String> files() throws IOException, URISyntaxException {
        Path folder = Path.of(SqlFile.class.getResource("glossary.sql").toURI()).resolveSibling("");
        List<String> names;
        try (Stream<Path> files = Files.walk(folder)) {
            names = files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".sql") && !name.matches("(shared|narrowing).*"))
                    .map(name -> name.substring(0, name.length() - ".sql".length()))
                    .sorted()
                    .toList();
        }
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aQueryUsesOnlyColumnsThatTheJobsWrite(String name) throws Exception {
        SqlTemplate query = SqlTemplate.of(name);
        Map<String, Object> values = new HashMap<>(Map.of(
                "first_date",
                DAY,
                "as_of_date",
                DAY,
                "limit",
                5,
                "show_text",
                true,
                "table",
                "x",
                "cells",
                "[]",
                "targets",
                "[{\"channel\":\"sms\",\"team\":\"\",\"target_ms\":1}]"));
        values.put("since", DAY.minusDays(1).atStartOfDay(BERLIN).toInstant());
        values.put("before", DAY.atStartOfDay(BERLIN).toInstant());
        values.put("as_of", DAY.atStartOfDay(BERLIN).toInstant());
        for (String unset : List.of(
                "at",
                "compared_at",
                "waited_least",
                "waited_below",
                "search",
                "after_key",
                "after_id",
                "conversation_id",
                "thread_id",
                "source",
                "started_at",
                "ended_at",
                "configuration",
                "publication_id")) {
            values.put(unset, null);
        }
        for (Clock clock : Clock.values()) {
            for (Filters filters :
                    List.of(new Filters(day(), clock, Map.of()), new Filters(day(), clock, everyFilter()))) {
                try (Connection connection = snapshot.connect().orElseThrow();
                        PreparedStatement statement =
                                query.bind(filters, WORDS, values).prepare(connection)) {
                    assertThat(statement.execute()).isTrue();
                }
            }
        }
    }

    private static Period day() {
        return Period.endingWith(DAY, 1, BERLIN);
    }

    private static Map<Filter, List<String>> everyFilter() {
        return Arrays.stream(Filter.values())
                .collect(Collectors.toMap(Function.identity(), filter -> List.of("x", "'")));
    }
}
