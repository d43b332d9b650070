package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.GapFeatures;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.boundary.model.Scorecard;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Moves a card by what the rhythm of replies says, a little: a fifth of the difference in log odds, less what all lengths
 * have in common, and at most 0.7 of a logit, for gaps of two hours and more that a customer ends. The move is laid into
 * the weights of the gap's length; the weights of a human's messages take it back for theirs.
 */
final class RhythmShift {

    private static final double TRUST = 0.2;
    private static final double MOST = 0.7;
    private static final double WEIGHT_OF_NONE = 50;
    private static final List<Feature> SLOPES = List.of(
            Feature.GAP_OVER_1H, Feature.GAP_OVER_4H, Feature.GAP_OVER_2D, Feature.GAP_OVER_8D, Feature.GAP_OVER_32D);

    /** Hours where the slopes begin, and the middle of each long bucket (geometric). */
    private static final double[] SLOPES_FROM_H = {1, 4, 48, 192, 768};

    private static final double[] MIDDLES_H = {2.8, 5.7, 11.3, 19.6, 33.9, 67.9, 135.8, 271.5, 543, 1000};
    private static final double LONG_FROM_H = 4;
    private static final double PER_DOUBLING = 16;

    private RhythmShift() {}

    /**
     * The moves by long bucket, in logits: which lengths tell more of a boundary than others. What all have in common is left
     * out where it is upwards, for customers come back more slowly than they are answered also where nothing new begins.
     */
    static double[] moves(Rhythm rhythm, double[] shares) {
        double[] differences = new double[MIDDLES_H.length];
        double sum = 0;
        double seen = 0;
        for (int i = 0; i < differences.length; i++) {
            int bucket = Rhythm.SHORT + i;
            differences[i] = Rhythm.logit(shares[bucket]) - Rhythm.logit(rhythm.assumed()[bucket]);
            sum += rhythm.returns()[bucket] * differences[i];
            seen += rhythm.returns()[bucket];
        }
        double common = seen == 0 ? 0 : Math.max(0, sum / seen);
        double[] moves = new double[differences.length];
        for (int i = 0; i < moves.length; i++) {
            boolean isSeen = rhythm.returns()[Rhythm.SHORT + i] > 0;
            moves[i] = isSeen ? Math.max(-MOST, Math.min(MOST, TRUST * (differences[i] - common))) : 0;
        }
        return moves;
    }

    /** The card with the moves laid into its weights. */
    static Scorecard apply(Scorecard card, double[] moves, Rhythm rhythm) {
        double[][] slopes = new double[moves.length][];
        double[][] takenBack = new double[moves.length][];
        double[] weights = new double[moves.length];
        for (int i = 0; i < moves.length; i++) {
            double length = length(MIDDLES_H[i]);
            slopes[i] = new double[SLOPES_FROM_H.length];
            for (int j = 0; j < SLOPES_FROM_H.length; j++) {
                slopes[i][j] = Math.max(0, length - length(SLOPES_FROM_H[j]));
            }
            takenBack[i] = new double[] {
                1, Math.max(0, Math.min(GapFeatures.LONGEST_BEYOND_FOUR_HOURS, length - length(LONG_FROM_H)))
            };
            weights[i] = StrictMath.sqrt(rhythm.returns()[Rhythm.SHORT + i] + WEIGHT_OF_NONE);
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
