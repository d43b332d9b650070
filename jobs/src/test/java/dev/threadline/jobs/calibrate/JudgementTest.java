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
            gaps.add(new ScoredGap(5_000 + i, true));
            gaps.add(new ScoredGap(-5_000 - i, false));
        }

        assertThat(ThresholdChoice.of(gaps, 12_345)).isBetween(-1_000, 1_000);
    }

    @Test
    void fewBoundariesMoveNoThreshold() {
        assertThat(ThresholdChoice.of(List.of(new ScoredGap(1, true), new ScoredGap(0, false)), 12_345))
                .isEqualTo(12_345);
    }

    @Test
    void manyGapsOverruleTheConfidenceAssumed() {
        Confidence assumed = new Confidence(new TreeMap<>(Map.of(-10_000, 100, 10_000, 900)));
        List<ScoredGap> gaps = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            gaps.add(new ScoredGap(10_000, i % 2 == 0));
        }
        Confidence fitted = ConfidenceFit.of(gaps, assumed);

        assertThat(fitted.perMille(10_000)).isBetween(500, 510);
        assertThat(fitted.perMille(-10_000)).isEqualTo(100);
    }
}
