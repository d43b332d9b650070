package dev.threadline.jobs.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogBinsTest {

    @Test
    void zeroHasABinOfItsOwn() {
        assertThat(LogBins.of(0)).isZero();
        assertThat(LogBins.of(1)).isPositive();
    }

    @Test
    void theMiddleOfABinIsWithinOnePercentOfItsValues() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            long value = 1 + (long) Math.exp(random.nextDouble() * 27);
            int bin = LogBins.of(value);

            assertThat(Math.pow(LogBins.GAMMA, bin - 0.5)).isBetween(value * 0.99, value * 1.01);
        }
    }

    @Test
    void binsGrowWithTheirValues() {
        for (long value = 0; value < 5_000; value++) {
            assertThat(LogBins.of(value + 1)).isGreaterThanOrEqualTo(LogBins.of(value));
        }
    }

    @Test
    void aQuantileIsWithinOnePercentOfTheObservationOfItsRank() {
        Distribution distribution = new Distribution();
        assertThat(distribution.quantile(500)).isNull();
        for (long value = 1; value <= 1000; value++) {
            distribution.observe(value * 1000);
        }
        assertThat(distribution.quantile(500)).isBetween(495_000L, 505_000L);
        assertThat(distribution.quantile(900)).isBetween(891_000L, 909_000L);
        assertThat(distribution.quantile(1000)).isBetween(990_000L, 1_010_000L);
    }

    @Test
    void aNegativeDurationIsABug() {
        assertThatThrownBy(() -> LogBins.of(-1)).hasMessageContaining("-1 ms has no bin");
    }
}
