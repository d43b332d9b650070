package dev.threadline.jobs.reference;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of an engine: on logs made to part them it agrees with the reference row by row. More seeds than the usual
 * ones run with {@code -Dreference.seeds=500}.
 */
abstract class AgreesWithReference {

    private static final int SHOWN = 15;

    private static Reference reference;

    /** The engine in question. */
    abstract Engine engine();

    @BeforeAll
    static void open() throws SQLException {
        reference = new Reference();
    }

    @AfterAll
    static void close() throws SQLException {
        reference.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("reference.seeds", 15));
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
                + disagreements(shortest, log).stream().limit(SHOWN).collect(Collectors.joining("\n")));
    }

    private List<String> disagreements(List<LogRecord> records, RandomLog log) {
        return Disagreements.between(
                engine().tables(records, log.asOf(), RandomLog.SETTINGS),
                reference.tables(records, log.asOf(), RandomLog.SETTINGS));
    }
}
