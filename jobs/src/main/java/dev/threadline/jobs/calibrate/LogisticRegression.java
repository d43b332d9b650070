package dev.threadline.jobs.calibrate;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Logistic regression with a ridge penalty, by Newton's method (iteratively reweighted least squares). Sums run in the
 * order of the rows and with {@link StrictMath}, so that every machine comes to the same digits.
 */
final class LogisticRegression {

    private static final int MOST_STEPS = 50;
    private static final double SMALL = 1e-10;
    private static final double HALF = 0.5;
    private static final double LEAST_WEIGHT = 1e-6;
    private static final double LARGEST_LOGIT = 30;

    private LogisticRegression() {}

    /**
     * The coefficients that, added to each row's offset, tell the outcomes best while staying near 0.
     *
     * @param rows values by row
     * @param offsets logits that are given
     * @param outcomes true or false by row
     * @param penalties by column, above 0: half of each times the square of its coefficient is the price
     */
    static double[] fit(double[][] rows, double[] offsets, boolean[] outcomes, double[] penalties) {
        double[] coefficients = new double[penalties.length];
        double price = price(rows, offsets, outcomes, penalties, coefficients);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] change = step(rows, offsets, outcomes, penalties, coefficients);
            double[] next = plus(coefficients, change, 1);
            double nextPrice = price(rows, offsets, outcomes, penalties, next);
            // Far from the optimum a whole step can overshoot; some fraction of it always helps.
            for (double part = HALF; nextPrice > price && part > SMALL; part *= HALF) {
                next = plus(coefficients, change, part);
                nextPrice = price(rows, offsets, outcomes, penalties, next);
            }
            boolean done = price - nextPrice < SMALL * (1 + price);
            if (nextPrice <= price) {
                coefficients = next;
                price = nextPrice;
            }
            if (done) {
                break;
            }
        }
        return coefficients;
    }

    private static double[] plus(double[] coefficients, double[] change, double part) {
        double[] sum = coefficients.clone();
        for (int j = 0; j < sum.length; j++) {
            sum[j] += part * change[j];
        }
        return sum;
    }

    /** What is to be made small: how surprising the outcomes are, and the penalties. */
    private static double price(
            double[][] rows, double[] offsets, boolean[] outcomes, double[] penalties, double[] coefficients) {
        double price = 0;
        for (int i = 0; i < rows.length; i++) {
            double logit = offsets[i] + product(rows[i], coefficients);
            price -= StrictMath.log(probability(outcomes[i] ? logit : -logit));
        }
        for (int j = 0; j < coefficients.length; j++) {
            price += penalties[j] * coefficients[j] * coefficients[j] * HALF;
        }
        return price;
    }

    /** The probability that a logit means. */
    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit))));
    }

    private static double[] step(
            double[][] rows, double[] offsets, boolean[] outcomes, double[] penalties, double[] coefficients) {
        int columns = penalties.length;
        double[] gradient = new double[columns];
        double[][] curvature = new double[columns][columns];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            double probability = probability(offsets[i] + product(row, coefficients));
            double weight = Math.max(LEAST_WEIGHT, probability * (1 - probability));
            double error = (outcomes[i] ? 1 : 0) - probability;
            for (int j = 0; j < columns; j++) {
                if (row[j] != 0) {
                    gradient[j] += error * row[j];
                    double weighted = weight * row[j];
                    for (int k = 0; k <= j; k++) {
                        curvature[j][k] += weighted * row[k];
                    }
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            gradient[j] -= penalties[j] * coefficients[j];
            curvature[j][j] += penalties[j];
            for (int k = 0; k < j; k++) {
                curvature[k][j] = curvature[j][k];
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false))
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    private static double product(double[] row, double[] coefficients) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * coefficients[j];
        }
        return sum;
    }

    /** So many equal penalties, and one of its own for the last column. */
    static double[] penalties(int columns, double each, double last) {
        double[] penalties = new double[columns + 1];
        Arrays.fill(penalties, each);
        penalties[columns] = last;
        return penalties;
    }
}
