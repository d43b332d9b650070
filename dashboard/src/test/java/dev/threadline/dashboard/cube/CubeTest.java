package dev.threadline.dashboard.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Sight;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is held in memory says what the tables say. */
class CubeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Periods begin before it, and some conversations. */
    private static final LocalDate FIRST = LocalDate.parse("2025-11-10");

    /** Half a year around the change to summer time, so that charts are by day, week and month. */
    private static final String CONVERSATIONS = """
            SELECT * EXCLUDE (copy, chance, shifted, first_ms, last_ms) REPLACE (
                conversation_id || '-' || copy AS conversation_id,
                shifted AS started_at,
                shifted + to_milliseconds(first_ms) AS first_response_at,
                shifted + to_milliseconds(last_ms) AS resolved_at,
                first_ms AS first_response_ms,
                first_ms // 3 AS first_response_business_ms,
                last_ms AS resolution_ms,
                last_ms // 3 AS resolution_business_ms,
                (['webchat', 'sms', 'email'])[1 + chance % 3] AS channel,
                (['billing', 'support', NULL])[1 + chance // 3 % 3] AS team,
                (['sync', 'async', 'mixed', NULL])[1 + chance // 9 % 4] AS mode,
                (['resolved', 'unanswered', 'open', 'bot_contained'])[1 + chance // 36 % 4] AS outcome,
                chance % 90 = 0 AS provisional)
            FROM (
                SELECT
                    * EXCLUDE (chance),
                    (chance % 100000)::INTEGER AS chance,
                    started_at - to_seconds((chance // 7 % 15552000)::BIGINT) AS shifted,
                    CASE WHEN chance % 5 > 0 THEN (chance // 11 % 3600000)::BIGINT END AS first_ms,
                    CASE WHEN chance % 7 > 2 THEN (chance // 13 % 864000000)::BIGINT END AS last_ms
                FROM (SELECT *, hash(conversation_id, copy) AS chance FROM rows, range(700) AS copies (copy))
            )
            """;

    private static final String LOAD = """
            SELECT * EXCLUDE (copy, chance) REPLACE (
                'a' || chance % 5 AS agent_id,
                slice_at - to_minutes(15 * (chance // 5 % 17000)::INTEGER) AS slice_at,
                (['billing', 'support', NULL])[1 + (chance // 9 % 3)::INTEGER] AS team,
                engaged_ms * (chance // 27 % 3)::INTEGER AS engaged_ms,
                engaged_union_ms * (chance // 27 % 3)::INTEGER AS engaged_union_ms)
            FROM (SELECT *, hash(slice_at, agent_id, copy) AS chance FROM rows, range(300) AS copies (copy))
            """;

    private static final String BACKLOG = """
            SELECT * EXCLUDE (copy) REPLACE (hour_at - to_hours(copy::INTEGER) AS hour_at, open + copy % 5 AS open)
            FROM rows, range(4000) AS copies (copy)
            """;

    @TempDir
    private static Path directory;

    private static LiveWarehouse warehouse;
    private static Cubes cubes;

    @BeforeAll
    static void publish() throws Exception {
        WarehouseFixture.published(directory)
                .rewrite(ConversationsTable.TABLE, CONVERSATIONS)
                .rewrite(AgentLoadTable.TABLE, LOAD)
                .rewrite(BacklogTable.TABLE, BACKLOG)
                .publish();
        warehouse = new LiveWarehouse(Warehouse.in(directory));
        cubes = new Cubes(warehouse, 1_000_000);
        holdEverything();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    static Set<String> queries() {
        return Recipe.queries();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aCubeSaysWhatTheTablesSay(String query) throws Exception {
        SqlTemplate template = SqlTemplate.of(query);
        Random random = new Random(query.hashCode());
        try (PublicationReader reader = warehouse.read()) {
            for (int i = 0; i < 25; i++) {
                Filters filters = filters(random);
                Rows held = cubes.rows(reader, query, filters, FIRST).orElseThrow();
                assertSame(held, fromTables(template, filters, reader), query + " " + filters);
            }
        }
    }

    /** Each makes business time held by being asked for it, and no other query's. */
    @ParameterizedTest
    @MethodSource("queries")
    void aRecipeNamesAllDurationsThatItAsksFor(String query) throws Exception {
        Cubes own = new Cubes(warehouse, 1_000_000);
        own.catchUp();
        Filters business =
                new Filters(Period.endingWith(LocalDate.parse("2026-03-31"), 28, BERLIN), Clock.BUSINESS, Map.of());
        try (PublicationReader reader = warehouse.read()) {
            own.rows(reader, query, business, FIRST);
            own.catchUp();
            Rows held = own.rows(reader, query, business, FIRST).orElseThrow();
            assertSame(held, fromTables(SqlTemplate.of(query), business, reader), query);
        }
    }

    @Test
    void theSentenceOfTheOverviewAndItsTileAreOfTheSameFirstResponses() throws Exception {
        Random random = new Random(7);
        try (PublicationReader reader = warehouse.read()) {
            for (int i = 0; i < 25; i++) {
                Filters filters = filters(random);
                Map<String, ?> sentence = onlyRow("headline", filters, reader);
                Map<String, ?> tile = onlyRow("tiles/first-response", filters, reader);
                assertThat(sentence.get("answered")).as(filters.toString()).isEqualTo(tile.get("n"));
                assertThat(sentence.get("median_ms")).as(filters.toString()).isEqualTo(tile.get("median_ms"));
            }
        }
    }

    private static Map<String, ?> onlyRow(String query, Filters filters, PublicationReader reader) throws Exception {
        List<? extends Map<String, ?>> rows =
                fromTables(SqlTemplate.of(query), filters, reader).rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void whatIsFilteredByMoreThanItHoldsIsLeftToTheTables() throws Exception {
        Period period = Period.endingWith(LocalDate.parse("2026-03-31"), 28, BERLIN);
        try (PublicationReader reader = warehouse.read()) {
            for (Filter filter : List.of(Filter.OUTCOME, Filter.AGENT)) {
                Filters filters = new Filters(period, Clock.WALL, Map.of(filter, List.of("resolved")));
                assertThat(cubes.rows(reader, "first-response", filters, FIRST)).isEmpty();
            }
            assertThat(cubes.rows(reader, "replies", new Filters(period, Clock.WALL, Map.of()), FIRST))
                    .isEmpty();
        }
    }

    @Test
    void whoSeesOnlySomeRowsIsAnsweredFromTheTables() throws Exception {
        Period period = Period.endingWith(LocalDate.parse("2026-03-31"), 28, BERLIN);
        Sight own = new Sight("main", Map.of("agent_id", "a1"), column -> false);
        try (PublicationReader reader = warehouse.read(own)) {
            assertThat(cubes.rows(reader, "outcomes", new Filters(period, Clock.WALL, Map.of()), FIRST))
                    .isEmpty();
        }
    }

    @Test
    void moreConversationsThanFitAreNotHeld() throws Exception {
        Cubes few = new Cubes(warehouse, 100);
        few.catchUp();
        Period period = Period.endingWith(LocalDate.parse("2026-03-31"), 28, BERLIN);
        try (PublicationReader reader = warehouse.read()) {
            assertThat(few.rows(reader, "outcomes", new Filters(period, Clock.WALL, Map.of()), FIRST))
                    .isEmpty();
        }
    }

    @Test
    void whatRunsOutOfMemoryIsTriedAgainAtTheNextPublication(@TempDir Path folder) throws Exception {
        WarehouseFixture fixture = WarehouseFixture.published(folder);
        AtomicInteger made = new AtomicInteger();
        try (LiveWarehouse other = new LiveWarehouse(Warehouse.in(folder))) {
            Cubes shortOfMemory = new Cubes(other, 1_000_000, reader -> {
                if (made.incrementAndGet() == 1) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return new Cube(reader.publication(), new CubeReader(reader).counts());
            });
            shortOfMemory.catchUpInBackground();
            await(() -> !shortOfMemory.isAtWork());
            assertThat(made).hasValue(1);
            shortOfMemory.catchUp();
            assertThat(made).as("the same publication would take as much").hasValue(1);

            fixture.publish();
            other.refresh();
            shortOfMemory.catchUpInBackground();
            await(() -> !shortOfMemory.isAtWork());
            try (PublicationReader reader = other.read()) {
                assertThat(shortOfMemory.cubeOf(reader.publication())).isPresent();
            }
        }
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!holds.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    /** Business time is made when it is first asked for. */
    private static void holdEverything() throws Exception {
        cubes.catchUp();
        try (PublicationReader reader = warehouse.read()) {
            Period period = Period.endingWith(LocalDate.parse("2026-03-31"), 28, BERLIN);
            for (String query : queries()) {
                cubes.cubeOf(reader.publication())
                        .orElseThrow()
                        .rows(query, new Filters(period, Clock.BUSINESS, Map.of()), FIRST);
            }
        }
        cubes.catchUp();
    }

    private static Filters filters(Random random) {
        int days = 1 + random.nextInt(random.nextBoolean() ? 60 : 500);
        LocalDate last = LocalDate.parse("2026-04-10").minusDays(random.nextInt(random.nextBoolean() ? 30 : 250));
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        values.put(Filter.CHANNEL, chosen(random, "webchat", "sms", "fax"));
        values.put(Filter.TEAM, chosen(random, "billing", ""));
        values.put(Filter.MODE, chosen(random, "sync", "", "async"));
        Clock clock = random.nextBoolean() ? Clock.WALL : Clock.BUSINESS;
        return new Filters(Period.endingWith(last, days, BERLIN), clock, values);
    }

    private static List<String> chosen(Random random, String... values) {
        List<String> chosen = new ArrayList<>();
        for (String value : values) {
            if (random.nextInt(4) == 0) {
                chosen.add(value);
            }
        }
        return chosen;
    }

    private static Rows fromTables(SqlTemplate template, Filters filters, PublicationReader reader) throws Exception {
        Map<String, Object> values = Map.of(
                "first_date",
                FIRST,
                "as_of",
                reader.publication().asOf(),
                "as_of_date",
                reader.publication().asOfDate());
        try (PreparedStatement statement =
                        template.bind(filters, Map.of(), values).prepare(reader.connection());
                ResultSet rows = statement.executeQuery()) {
            return Rows.of(rows);
        }
    }

    private static void assertSame(Rows held, Rows asked, String what) {
        assertThat(held.rows()).as(what).hasSameSizeAs(asked.rows());
        for (int i = 0; i < asked.rows().size(); i++) {
            Map<String, Object> one = held.rows().get(i);
            Map<String, Object> other = asked.rows().get(i);
            Set<String> columns = new LinkedHashSet<>(other.keySet());
            columns.addAll(one.keySet());
            for (String column : columns) {
                String where = what + ": row " + i + ", " + column;
                if (one.get(column) instanceof Number number && other.get(column) instanceof Number expected) {
                    assertThat(number.doubleValue())
                            .as(where)
                            .isCloseTo(expected.doubleValue(), within(Math.abs(expected.doubleValue()) * 1e-12));
                } else {
                    assertThat(one.get(column)).as(where).isEqualTo(other.get(column));
                }
            }
        }
    }
}
