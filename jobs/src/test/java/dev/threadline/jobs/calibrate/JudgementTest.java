package dev.threadline.jobs.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.boundary.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is read off scored gaps: threshold and confidence. */
class JudgementTest {

    @Test
    void sharesThatWouldFallAreTakenTogether() {
        assertThat(ConfidenceFit.rising(new double[] {1, 0, 3}, new double[] {1, 1, 3}))
                .containsExactly(0.5, 0.5, 1);
    }

    @Test
    void theThresholdLiesBetweenBoundariesAndTheRest() {
        List<ScoredGap> gaps = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            gaps.add(new ScoredGap(i, 5_000 + i, true));
            gaps.add(new ScoredGap(i, -5_000 - i, false));
        }

        assertThat(ThresholdChoice.of(gaps, 12_345)).isBetween(-1_000, 1_000);
    }

    /** Of F1 alone the doubtful gaps would be cut: 0.77 with them, 0.75 without. Pk sees three wrong cuts for two right ones. */
    @Test
    void aLittleMoreF1IsNotWorthManyWrongCuts() {
        List<ScoredGap> gaps = new ArrayList<>();
        for (int thread = 0; thread < 160; thread++) {
            boolean sure = thread < 60;
            for (int i = 0; i < 9; i++) {
                gaps.add(
                        i == 4
                                ? new ScoredGap(thread, sure ? 10_000 : 0, thread < 100)
                                : new ScoredGap(thread, -20_000, false));
            }
        }

        ScoredThreads threads = new ScoredThreads(gaps);
        assertThat(threads.f1(0)).isGreaterThan(threads.f1(5_000));
        assertThat(threads.pk(0)).isGreaterThan(threads.pk(5_000));
        assertThat(ThresholdChoice.of(gaps, 12_345)).isBetween(1, 10_000);
    }

    @Test
    void fewBoundariesMoveNoThreshold() {
        assertThat(ThresholdChoice.of(List.of(new ScoredGap(0, 1, true), new ScoredGap(0, 0, false)), 12_345))
                .isEqualTo(12_345);
    }

    @Test
    void manyGapsOverruleTheConfidenceAssumed() {
        Confidence assumed = new Confidence(new TreeMap<>(Map.of(-10_000, 100, 10_000, 900)));
        List<ScoredGap> gaps = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            gaps.add(new ScoredGap(i, 10_000, i % 2 == 0));
        }
        Confidence fitted = ConfidenceFit.of(gaps, assumed);

        assertThat(fitted.perMille(10_000)).isBetween(500, 510);
        assertThat(fitted.perMille(-10_000)).isEqualTo(100);
    }
}
