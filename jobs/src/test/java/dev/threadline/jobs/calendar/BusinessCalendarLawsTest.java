package dev.threadline.jobs.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarLawsTest {

    private static final Duration REACH = Duration.ofDays(4);

    static LongStream seeds() {
        return LongStream.range(0, 110);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itAgreesWithAWalkMinuteByMinute(long seed) {
        RandomSchedules schedules = new RandomSchedules(seed);
        List<Schedule> versions = schedules.versions();
        Instant start = schedules.change().minus(REACH);
        Instant end = schedules.change().plus(REACH);
        CalendarWalker walker = new CalendarWalker(versions, start, end);
        BusinessCalendar calendar = new ScheduledCalendar(versions);
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            long a = instantBetween(start, end, random);
            long b = instantBetween(start, end, random);
            assertThat(calendar.openMillis(Math.min(a, b), Math.max(a, b)))
                    .as(
                            "%s from %s to %s",
                            versions, Instant.ofEpochMilli(Math.min(a, b)), Instant.ofEpochMilli(Math.max(a, b)))
                    .isEqualTo(walker.openMillis(Math.min(a, b), Math.max(a, b)));
            assertThat(calendar.isOpen(a))
                    .as("%s at %s", versions, Instant.ofEpochMilli(a))
                    .isEqualTo(walker.isOpen(a));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsAddUpInWhateverOrderTheyAreAsked(long seed) {
        List<Schedule> versions = new RandomSchedules(seed).versions();
        Random random = new Random(seed);
        BusinessCalendar askedInDisorder = new ScheduledCalendar(versions);
        for (int i = 0; i < 10; i++) {
            long[] cuts = random.longs(3, 0, Duration.ofDays(130 * 365).toMillis())
                    .sorted()
                    .toArray();
            long whole = new ScheduledCalendar(versions).openMillis(cuts[0], cuts[2]);
            assertThat(whole)
                    .isBetween(0L, cuts[2] - cuts[0])
                    .isEqualTo(askedInDisorder.openMillis(cuts[1], cuts[2])
                            + askedInDisorder.openMillis(cuts[0], cuts[1]));
        }
    }

    @Test
    void severalThreadsMayAskOneCalendar() {
        List<Schedule> versions = new RandomSchedules(7).versions();
        BusinessCalendar shared = new ScheduledCalendar(versions);
        BusinessCalendar alone = new ScheduledCalendar(versions);
        long[] instants = new Random(7)
                .longs(500, 0, Duration.ofDays(60 * 365).toMillis())
                .toArray();
        long[] asked = Arrays.stream(instants)
                .parallel()
                .map(instant -> shared.openMillis(0, instant))
                .toArray();
        assertThat(asked)
                .isEqualTo(Arrays.stream(instants)
                        .map(instant -> alone.openMillis(0, instant))
                        .toArray());
    }

    /** Half of them whole minutes, which is where windows begin and end. */
    private static long instantBetween(Instant start, Instant end, Random random) {
        long instantMs = random.nextLong(start.toEpochMilli(), end.toEpochMilli());
        return random.nextBoolean() ? instantMs : instantMs - Math.floorMod(instantMs, 60_000L);
    }
}
