package dev.threadline.jobs.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {

    private static final double[][] ONES = {{1}, {1}, {1}, {1}};
    private static final boolean[] THREE_OF_FOUR = {true, true, true, false};

    @Test
    void aConstantIsTheLogitOfTheShare() {
        double[] fitted = LogisticRegression.fit(ONES, new double[4], THREE_OF_FOUR, new double[] {1e-9});

        assertThat(fitted[0]).isCloseTo(Math.log(3), within(1e-6));
    }

    @Test
    void whatTheOffsetsTellIsNotToldAgain() {
        double[] offsets = {Math.log(3), Math.log(3), Math.log(3), Math.log(3)};

        assertThat(LogisticRegression.fit(ONES, offsets, THREE_OF_FOUR, new double[] {1e-9})[0])
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void aHighPenaltyKeepsCoefficientsAtNothing() {
        assertThat(LogisticRegression.fit(ONES, new double[4], THREE_OF_FOUR, new double[] {1e9})[0])
                .isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noSmallChangeIsBetter(long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[60][3];
        double[] offsets = new double[60];
        boolean[] outcomes = new boolean[60];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextGaussian(), random.nextInt(2), 1};
            offsets[i] = random.nextGaussian();
            outcomes[i] = random.nextInt(3) == 0;
        }
        double[] penalties = {2, 2, 1};
        double[] best = LogisticRegression.fit(rows, offsets, outcomes, penalties);
        double price = price(rows, offsets, outcomes, penalties, best);
        for (int j = 0; j < best.length; j++) {
            for (double change : new double[] {-0.001, 0.001}) {
                double[] other = best.clone();
                other[j] += change;
                assertThat(price(rows, offsets, outcomes, penalties, other)).isGreaterThan(price);
            }
        }
    }

    private static double price(
            double[][] rows, double[] offsets, boolean[] outcomes, double[] penalties, double[] coefficients) {
        double price = 0;
        for (int i = 0; i < rows.length; i++) {
            double logit = offsets[i];
            for (int j = 0; j < coefficients.length; j++) {
                logit += rows[i][j] * coefficients[j];
            }
            price -= Math.log(LogisticRegression.probability(outcomes[i] ? logit : -logit));
        }
        for (int j = 0; j < coefficients.length; j++) {
            price += penalties[j] * coefficients[j] * coefficients[j] / 2;
        }
        return price;
    }
}
