package dev.threadline.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold in the tables whatever the log, said without a second computation of them. More seeds than the usual ones
 * run with {@code -Dreference.seeds=500}.
 */
class CoreLawsTest {

    /**
     * Hours of a team and of a channel in zones that never change their clocks: where a zone does, a week holds an hour more
     * or less, and open hours are not where they were a week before.
     */
    private static final Configuration CONFIGURATION = Configurations.parse("""
            report-zone: Asia/Kolkata
            channels: { letter: { silence: none, reopen-window: 24h, engagement-window: 60m } }
            schedules:
              billing: { zone: Asia/Kolkata, teams: [billing], hours: { mon-fri: 09:00-17:30, sat: 10:00-12:00 } }
              sms: { zone: UTC, channels: [sms], hours: { mon-sun: [00:00-02:00, 13:00-24:00] } }
            """, "test");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("reference.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheInputDoesNotMatter(long seed) {
        RandomLog log = RandomLog.of(seed);
        List<LogRecord> shuffled = new ArrayList<>(log.records());
        Collections.shuffle(shuffled, new Random(seed));

        assertSame(tables(shuffled, log.asOf()), tables(log.records(), log.asOf()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void threadsThatShareNothingLeaveEachOtherAlone(long seed) {
        RandomLog log = RandomLog.of(seed);
        List<LogRecord> others = RandomLog.of(-seed).records().stream()
                .map(record -> record.renamed(id -> "o" + id).ofTeam("others"))
                .toList();
        List<LogRecord> both =
                Stream.concat(log.records().stream(), others.stream()).toList();

        Tables apart = tables(log.records(), log.asOf()).and(tables(others, log.asOf()));
        assertSame(tables(both, log.asOf()), apart);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weeksLaterEverythingIsWeeksLaterAndAsLong(long seed) {
        RandomLog log = RandomLog.of(seed);
        Duration weeks = Duration.ofDays(7 * (1 + 5 * seed));
        List<LogRecord> later =
                log.records().stream().map(record -> record.later(weeks)).toList();

        assertSame(
                tables(later, log.asOf().plus(weeks)),
                tables(log.records(), log.asOf()).mapValues((column, value) -> later(value, weeks)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void otherNamesInTheSameOrderChangeNothingButNames(long seed) {
        RandomLog log = RandomLog.of(seed);
        NewNames names = NewNames.of(log.records());
        List<LogRecord> renamed =
                log.records().stream().map(record -> record.renamed(names::of)).toList();

        assertSame(
                FirstActivities.named(tables(renamed, log.asOf())),
                FirstActivities.named(tables(log.records(), log.asOf())).mapValues(names::of));
    }

    private static Tables tables(List<LogRecord> log, Instant asOf) {
        return CoreInMemory.tables(log, asOf, CONFIGURATION);
    }

    private static @Nullable Object later(@Nullable Object value, Duration by) {
        if (value instanceof Instant instant) {
            return instant.plus(by);
        }
        return value instanceof LocalDate day ? day.plusDays(by.toDays()) : value;
    }

    private static void assertSame(Tables actual, Tables expected) {
        for (String table : Tables.COMPARED) {
            assertThat(sorted(actual.rows(table))).as(table).isEqualTo(sorted(expected.rows(table)));
        }
    }

    private static List<Map<String, @Nullable Object>> sorted(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().sorted(Comparator.comparing(Map::toString)).toList();
    }
}
