package dev.threadline.jobs.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations on spans are those on the sets of milliseconds that they cover. */
class SpansTest {

    private static final int END = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theyCoverWhatTheSetsCover(long seed) {
        Random random = new Random(seed);
        List<Span> left = Spans.union(spans(random));
        List<Span> right = Spans.union(spans(random));
        BitSet both = bits(left);
        both.and(bits(right));
        BitSet rest = bits(left);
        rest.andNot(bits(right));

        assertThat(bits(Spans.intersection(left, right))).isEqualTo(both);
        assertThat(bits(Spans.difference(left, right))).isEqualTo(rest);
        int from = random.nextInt(END);
        Span window = new Span(from, from + random.nextInt(END - from));
        assertThat(Spans.within(window, left))
                .isEqualTo(Spans.intersection(left, window.isEmpty() ? List.of() : List.of(window)));
        assertThat(left.stream().mapToLong(Span::millis).sum())
                .isEqualTo(bits(left).cardinality());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void aUnionCoversAllAndIsDisjoint(long seed) {
        List<Span> spans = spans(new Random(seed));
        List<Span> union = Spans.union(spans);

        assertThat(bits(union)).isEqualTo(bits(spans));
        for (int i = 1; i < union.size(); i++) {
            assertThat(union.get(i).startInclusive())
                    .isGreaterThan(union.get(i - 1).endExclusive());
        }
    }

    private static List<Span> spans(Random random) {
        List<Span> spans = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int start = random.nextInt(END);
            spans.add(new Span(start, start + random.nextInt(END - start)));
        }
        return spans;
    }

    private static BitSet bits(List<Span> spans) {
        BitSet bits = new BitSet(END);
        spans.forEach(span -> bits.set((int) span.startInclusive(), (int) span.endExclusive()));
        return bits;
    }
}
