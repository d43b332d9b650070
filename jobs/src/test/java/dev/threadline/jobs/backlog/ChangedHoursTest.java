package dev.threadline.jobs.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An hour brought forward by a part of its queue is the hour of the whole queue. */
class ChangedHoursTest {

    private static final long MINUTE_MS = 60_000;
    private static final long UNTIL = 24 * 60 * MINUTE_MS;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatChangedBringsAStoredHourForward(long seed) {
        Random random = new Random(seed);
        List<Span> unchanged = waits(random);
        List<Span> before = waits(random);
        List<Span> after = waits(random);
        Map<Long, BacklogHour> stored = hours(unchanged, before);
        Map<Long, BacklogHour> expected = hours(unchanged, after);
        Map<Long, BacklogHour> knownBefore = hours(before, List.of());
        Map<Long, BacklogHour> knownAfter = hours(after, List.of());

        TreeSet<Long> all = new TreeSet<>(stored.keySet());
        all.addAll(knownAfter.keySet());
        for (long at : all) {
            BacklogHour none = BacklogHour.none(at, "sms", null);
            BacklogHour was = stored.getOrDefault(at, none);
            BacklogHour partBefore = knownBefore.getOrDefault(at, none);
            BacklogHour partAfter = knownAfter.getOrDefault(at, none);
            BacklogHour is = expected.getOrDefault(at, none);
            if (was.losesOldestWait(partBefore, partAfter)) {
                // Then the part is to hold all older waits: here, the whole queue's.
                partAfter = withOldestWait(partAfter, is);
            }
            assertThat(was.changed(partBefore, partAfter)).isEqualTo(is);
        }
    }

    private static BacklogHour withOldestWait(BacklogHour hour, BacklogHour other) {
        return new BacklogHour(
                hour.hourAt(), hour.channel(), hour.team(), hour.open(), hour.awaitingAgent(), other.oldestWaitMs());
    }

    private static Map<Long, BacklogHour> hours(List<Span> some, List<Span> others) {
        Backlog backlog = new Backlog("sms", null, UNTIL);
        Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingLong(Span::startInclusive))
                .forEach(span -> {
                    backlog.open(span);
                    backlog.waiting(span);
                });
        return backlog.hours().stream()
                .collect(Collectors.toMap(BacklogHour::hourAt, hour -> hour, (a, b) -> a, TreeMap::new));
    }

    private static List<Span> waits(Random random) {
        List<Span> waits = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long start = random.nextInt(18 * 60) * MINUTE_MS;
            waits.add(new Span(start, start + random.nextInt(6 * 60) * MINUTE_MS));
        }
        return waits;
    }
}
