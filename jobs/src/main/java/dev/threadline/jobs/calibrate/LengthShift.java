package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.GapFeatures;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.boundary.model.Scorecard;
import dev.threadline.jobs.boundary.model.Scorecards;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Moves a card by {@link ReturnShares}. The moves are laid into the weights of the gap's length; the weights of a human's
 * messages take them back for theirs.
 */
final class LengthShift {

    private static final double WEIGHT_OF_NONE = 50;
    private static final List<Feature> SLOPES = List.of(
            Feature.GAP_OVER_1H, Feature.GAP_OVER_4H, Feature.GAP_OVER_2D, Feature.GAP_OVER_8D, Feature.GAP_OVER_32D);

    /** Hours where the slopes begin. */
    private static final double[] SLOPES_FROM_H = {1, 4, 48, 192, 768};

    private static final double LONG_FROM_H = 4;
    private static final double PER_DOUBLING = 16;

    private LengthShift() {}

    /** The cards with the moves laid into their weights. */
    static Scorecards apply(Scorecards cards, ReturnShares shares) {
        return new Scorecards(apply(cards.withText(), shares), apply(cards.withoutText(), shares));
    }

    private static Scorecard apply(Scorecard card, ReturnShares shares) {
        double[] moves = shares.moves();
        double[][] slopes = new double[moves.length][];
        double[][] takenBack = new double[moves.length][];
        double[] weights = new double[moves.length];
        for (int i = 0; i < moves.length; i++) {
            double length = length(ReturnShares.middleHours(i));
            slopes[i] = new double[SLOPES_FROM_H.length];
            for (int j = 0; j < SLOPES_FROM_H.length; j++) {
                slopes[i][j] = Math.max(0, length - length(SLOPES_FROM_H[j]));
            }
            takenBack[i] = new double[] {
                1, Math.max(0, Math.min(GapFeatures.LONGEST_BEYOND_FOUR_HOURS, length - length(LONG_FROM_H)))
            };
            weights[i] = StrictMath.sqrt(shares.silences()[i] + WEIGHT_OF_NONE);
        }
        double[] bySlope = leastSquares(slopes, moves, weights);
        double[] back = leastSquares(takenBack, moves, weights);
        SortedMap<Feature, Integer> moved = new TreeMap<>(card.weights());
        for (int j = 0; j < bySlope.length; j++) {
            add(moved, SLOPES.get(j), bySlope[j]);
        }
        add(moved, Feature.WAITING, -back[0]);
        add(moved, Feature.AGENT_AGAIN, -back[0]);
        add(moved, Feature.AGENT_AFTER_THANKS, -back[0]);
        add(moved, Feature.WAITING_LONG, -back[1]);
        add(moved, Feature.AGENT_AGAIN_LONG, -back[1]);
        return new Scorecard(card.intercept(), card.threshold(), moved, card.confidence());
    }

    private static void add(SortedMap<Feature, Integer> weights, Feature feature, double logits) {
        weights.computeIfPresent(feature, (same, weight) -> weight + (int) Math.round(logits * CardFit.UNIT));
    }

    private static double[] leastSquares(double[][] rows, double[] values, double[] weights) {
        double[][] weighted = new double[rows.length][rows[0].length];
        double[] targets = new double[values.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < weighted[i].length; j++) {
                weighted[i][j] = rows[i][j] * weights[i];
            }
            targets[i] = values[i] * weights[i];
        }
        return new QRDecomposition(new Array2DRowRealMatrix(weighted, false))
                .getSolver()
                .solve(new ArrayRealVector(targets, false))
                .toArray();
    }

    /** The length of a gap in the measure of the features. */
    private static double length(double hours) {
        return PER_DOUBLING * StrictMath.log(hours * 3600 + 1) / StrictMath.log(2);
    }
}
