package dev.threadline.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.gold.Segmentation;
import dev.threadline.jobs.gold.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureLawsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theyHoldForAnySegmentations(long seed) {
        Random random = new Random(seed);
        int size = 2 + random.nextInt(11);
        int k = 1 + random.nextInt(4);
        Segmentation gold = draw(random, size);
        Segmentation guess = draw(random, size);
        Segmentation uncut = Segments.ofLengths(size);
        Tally tally = Tally.of(gold, guess, k);
        Tally swapped = Tally.of(guess, gold, k);

        assertThat(tally.windows()).isEqualTo(swapped.windows());
        assertThat(tally.windows().pk()).isLessThanOrEqualTo(tally.windows().windowDiff());
        assertThat(tally.boundaries().hits()).isEqualTo(swapped.boundaries().hits());
        assertThat(tally.boundaries().wrong()).isEqualTo(swapped.boundaries().missed());
        assertThat(tally.shared()).isEqualTo(swapped.shared()).isEqualTo(bestPairing(gold, guess));
        assertThat(tally.exact().matches()).isEqualTo(swapped.exact().matches());

        Tally perfect = Tally.of(gold, gold, k);
        assertThat(perfect.mistakes()
                        + perfect.windows().pk()
                        + perfect.windows().windowDiff())
                .isZero();
        assertThat(perfect.shared()).isEqualTo(size);
        assertThat(perfect.exact().matches()).isEqualTo(perfect.exact().gold());

        assertThat(Tally.of(gold, uncut, k).windows().pk()).isEqualTo(windowsWithBoundary(gold, k));
        assertThat(Tally.of(gold, uncut, k).shared())
                .isEqualTo(spans(gold).stream()
                        .mapToInt(span -> span[1] - span[0])
                        .max()
                        .orElseThrow());
    }

    private static Segmentation draw(Random random, int size) {
        List<String> labels = new ArrayList<>();
        int segment = 0;
        for (int i = 0; i < size; i++) {
            segment += random.nextInt(3) == 0 ? 1 : 0;
            labels.add("s" + segment);
        }
        return Segmentation.ofLabels(labels);
    }

    private static long windowsWithBoundary(Segmentation cut, int k) {
        long windows = 0;
        for (int i = 0; i + k < cut.size(); i++) {
            windows += cut.boundariesBetween(i, i + k) > 0 ? 1 : 0;
        }
        return windows;
    }

    private static List<int[]> spans(Segmentation cut) {
        List<int[]> spans = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < cut.size(); i++) {
            if (cut.isBoundaryAfter(i) || i + 1 == cut.size()) {
                spans.add(new int[] {start, i + 1});
                start = i + 1;
            }
        }
        return spans;
    }

    /** Tries every pairing. */
    private static long bestPairing(Segmentation gold, Segmentation guess) {
        return bestPairing(spans(gold), 0, new ArrayList<>(spans(guess)));
    }

    private static long bestPairing(List<int[]> gold, int from, List<int[]> free) {
        if (from == gold.size()) {
            return 0;
        }
        long best = bestPairing(gold, from + 1, free);
        for (int i = 0; i < free.size(); i++) {
            int[] taken = free.remove(i);
            int[] mine = gold.get(from);
            int overlap = Math.min(mine[1], taken[1]) - Math.max(mine[0], taken[0]);
            best = overlap > 0 ? Math.max(best, overlap + bestPairing(gold, from + 1, free)) : best;
            free.add(i, taken);
        }
        return best;
    }
}
