package dev.threadline.jobs.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slice brought forward by a part of the work is the slice of all the work. */
class ChangedSlicesTest {

    private static final String AGENT = "ann";
    private static final List<String> TEAMS = List.of("billing", "sales", "support");
    private static final long MINUTE_MS = 60_000;

    /** One conversation's share in an agent's load; its parts lie within its stint. */
    private record Work(Span stint, String team, List<Span> engaged, List<Span> pending, List<Long> messages) {

        void told(AgentLoad load) {
            assigned(load);
            pending.forEach(load::pending);
            messages.forEach(at -> load.wrote(at, new Span(at - MINUTE_MS, at)));
        }

        /** What overlaps with what changed has to be known whole. */
        void assigned(AgentLoad load) {
            load.assigned(stint, team);
            engaged.forEach(load::engaged);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatChangedBringsAStoredSliceForward(long seed) {
        Random random = new Random(seed);
        List<Work> unchanged = works(random);
        List<Work> before = works(random);
        List<Work> after = works(random);

        Map<Long, SliceLoad> stored = slices(unchanged, before);
        Map<Long, SliceLoad> knownBefore = touched(unchanged, before);
        Map<Long, SliceLoad> knownAfter = touched(unchanged, after);
        Map<Long, SliceLoad> forward = new TreeMap<>();
        TreeSet<Long> all = new TreeSet<>(stored.keySet());
        all.addAll(knownBefore.keySet());
        all.addAll(knownAfter.keySet());
        for (long at : all) {
            SliceLoad none = SliceLoad.none(AGENT, at);
            SliceLoad slice = stored.getOrDefault(at, none)
                    .changed(knownBefore.getOrDefault(at, none), knownAfter.getOrDefault(at, none));
            if (!slice.isEmpty()) {
                forward.put(at, slice);
            }
        }

        assertThat(forward)
                .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                        .withIgnoredFieldsMatchingRegexes(".*teamSince")
                        .build())
                .isEqualTo(slices(unchanged, after));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void slicesOfAWindowAreThoseOfAllTime(long seed) {
        Random random = new Random(seed);
        List<Work> works = works(random);
        long from = random.nextInt(10) * SliceLoad.SLICE_MS;
        Span window = new Span(from, from + (1 + random.nextInt(10)) * SliceLoad.SLICE_MS);
        AgentLoad inWindow = new AgentLoad(AGENT, List.of(window));
        works.forEach(work -> work.told(inWindow));

        Map<Long, SliceLoad> expected = slices(works, List.of());
        expected.keySet().removeIf(at -> at < window.startInclusive() || at >= window.endExclusive());
        assertThat(bySlice(inWindow.slices())).usingRecursiveComparison().isEqualTo(expected);
    }

    private static Map<Long, SliceLoad> slices(List<Work> some, List<Work> others) {
        AgentLoad load = new AgentLoad(AGENT);
        some.forEach(work -> work.told(load));
        others.forEach(work -> work.told(load));
        return bySlice(load.slices());
    }

    /** Of what did not change only what overlaps is known. */
    private static Map<Long, SliceLoad> touched(List<Work> unchanged, List<Work> others) {
        AgentLoad load = new AgentLoad(AGENT);
        unchanged.forEach(work -> work.assigned(load));
        others.forEach(work -> work.told(load));
        return bySlice(load.touched());
    }

    private static Map<Long, SliceLoad> bySlice(List<SliceLoad> slices) {
        return slices.stream().collect(Collectors.toMap(SliceLoad::sliceAt, slice -> slice, (a, b) -> a, TreeMap::new));
    }

    private static List<Work> works(Random random) {
        List<Work> works = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            long start = random.nextInt(16) * SliceLoad.SLICE_MS + random.nextInt(2) * MINUTE_MS;
            Span stint = new Span(start, start + random.nextInt(7) * SliceLoad.SLICE_MS);
            works.add(new Work(
                    stint,
                    TEAMS.get(random.nextInt(TEAMS.size())),
                    within(stint, random),
                    within(stint, random),
                    random.nextBoolean() ? List.of() : List.of(stint.startInclusive(), stint.endExclusive())));
        }
        return works;
    }

    private static List<Span> within(Span stint, Random random) {
        int minutes = (int) (stint.millis() / MINUTE_MS);
        long from = stint.startInclusive() + random.nextInt(minutes + 1) * MINUTE_MS;
        Span span = new Span(
                from, from + random.nextInt((int) ((stint.endExclusive() - from) / MINUTE_MS) + 1) * MINUTE_MS);
        return span.isEmpty() ? List.of() : List.of(span);
    }
}
