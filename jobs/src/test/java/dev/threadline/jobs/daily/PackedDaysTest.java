package dev.threadline.jobs.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedDaysTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void daysAreTheSameAfterAJourney(long seed) throws IOException, ClassNotFoundException {
        DailyMetrics sent = randomDays(new Random(seed));

        DailyMetrics received = journey(sent);

        assertThat(shown(received)).isNotEmpty().isEqualTo(shown(sent));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void addingAfterAJourneyIsAdding(long seed) throws IOException, ClassNotFoundException {
        Random random = new Random(seed);
        DailyMetrics one = randomDays(random);
        DailyMetrics other = randomDays(random);
        DailyMetrics afterJourneys = journey(one).plus(journey(other));

        assertThat(shown(afterJourneys)).isEqualTo(shown(one.plus(other)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50})
    void slicesOfTwoPartsAddUpToBoth(int count) {
        Random random = new Random(count);
        DailyMetrics one = randomDays(random);
        DailyMetrics other = randomDays(random);
        List<DailyMetrics> slices = one.slices(count);
        List<DailyMetrics> others = other.slices(count);
        DailyMetrics sum = new DailyMetrics(ZoneId.of("Europe/Berlin"));
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            DailyMetrics slice = slices.get(i).plus(others.get(i));
            Set<LocalDate> dates =
                    slice.days().keySet().stream().map(DayKey::date).collect(Collectors.toSet());
            assertThat(Collections.disjoint(dates, seen)).isTrue();
            seen.addAll(dates);
            sum.plus(slice);
        }

        assertThat(shown(sum)).isEqualTo(shown(randomPair(count)));
    }

    private static DailyMetrics randomPair(int seed) {
        Random random = new Random(seed);
        DailyMetrics one = randomDays(random);
        return one.plus(randomDays(random));
    }

    private static DailyMetrics randomDays(Random random) {
        DailyMetrics metrics = new DailyMetrics(ZoneId.of("Europe/Berlin"));
        for (int i = 0; i < 60; i++) {
            DayKey key = new DayKey(
                    LocalDate.of(2026, 1, 1 + random.nextInt(9)),
                    "канал-" + random.nextInt(2),
                    random.nextBoolean() ? "billing" : null,
                    random.nextBoolean() ? "async" : null);
            DayTotals totals = metrics.days().computeIfAbsent(key, unseen -> new DayTotals());
            totals.add(any(random, Count.values()), random.nextInt(9) - 3);
            // Some days have nothing observed, some less than nothing: a difference.
            for (int n = random.nextInt(12); n > 0; n--) {
                totals.observe(any(random, Measure.values()), (long) Math.exp(random.nextDouble() * 25));
            }
        }
        return metrics;
    }

    private static <T> T any(Random random, T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static Map<DayKey, List<Object>> shown(DailyMetrics metrics) {
        return metrics.days().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, day -> shown(day.getValue())));
    }

    private static List<Object> shown(DayTotals totals) {
        return Stream.concat(
                        Stream.of(Count.values()).map(totals::count),
                        Stream.of(Measure.values())
                                .map(totals::of)
                                .map(d -> List.of(d.observations(), d.sumMs(), d.bins())))
                .map(Object.class::cast)
                .toList();
    }

    private static DailyMetrics journey(DailyMetrics metrics) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(metrics);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (DailyMetrics) in.readObject();
        }
    }
}
