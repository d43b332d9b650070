package dev.threadline.jobs.reference;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two ways of computing the same tables from one page agree row by row, on logs made to part them. */
class CoreAgreesWithReferenceTest {

    private static Reference reference;

    @BeforeAll
    static void open() throws SQLException {
        reference = new Reference();
    }

    @AfterAll
    static void close() throws SQLException {
        reference.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("reference.seeds", 30));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRowIsTheSame(long seed) {
        RandomLog log = RandomLog.of(seed);
        if (disagreements(log.records(), log).isEmpty()) {
            return;
        }
        List<LogRecord> shortest = ShortestFailing.log(
                log.records(), records -> !disagreements(records, log).isEmpty());
        Assertions.fail("seed " + seed + ", as-of " + log.asOf() + ShortestFailing.asJsonLines(shortest)
                + disagreements(shortest, log).stream().limit(15).collect(Collectors.joining("\n")));
    }

    private static List<String> disagreements(List<LogRecord> records, RandomLog log) {
        try {
            reference.over(records, log.asOf(), RandomLog.SETTINGS);
            CoreInMemory core = new CoreInMemory(records, log.asOf(), RandomLog.SETTINGS);
            Map<String, List<Map<String, @Nullable Object>>> engine = new LinkedHashMap<>();
            Map<String, List<Map<String, @Nullable Object>>> plain = new LinkedHashMap<>();
            for (String table : Disagreements.TABLES) {
                engine.put(table, core.table(table));
                plain.put(table, reference.table(table));
            }
            return Disagreements.between(FirstActivities.named(engine), FirstActivities.named(plain));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
