package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often a score is right, from gaps scored by cards that had not seen them: the share of boundaries around each knot,
 * drawn towards what was assumed before, and never falling (pool adjacent violators).
 */
final class ConfidenceFit {

    /** What was assumed before counts as so many gaps at each knot. */
    private static final double ASSUMED = 20;

    private static final double THOUSAND = 1000;

    private ConfidenceFit() {}

    /** The confidence at the knots of {@code before}. */
    static Confidence of(List<ScoredGap> gaps, Confidence before) {
        List<Map.Entry<Integer, Integer>> knots = List.copyOf(before.knots().entrySet());
        double[] counts = new double[knots.size()];
        double[] shares = new double[knots.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = ASSUMED;
            shares[i] = ASSUMED * knots.get(i).getValue() / THOUSAND;
        }
        for (ScoredGap gap : gaps) {
            int nearest = nearest(knots, gap.score());
            counts[nearest]++;
            shares[nearest] += gap.boundary() ? 1 : 0;
        }
        double[] rising = rising(shares, counts);
        SortedMap<Integer, Integer> fitted = new TreeMap<>();
        for (int i = 0; i < rising.length; i++) {
            fitted.put(knots.get(i).getKey(), (int) Math.round(rising[i] * THOUSAND));
        }
        return new Confidence(fitted);
    }

    private static int nearest(List<Map.Entry<Integer, Integer>> knots, long score) {
        int nearest = 0;
        for (int i = 1; i < knots.size(); i++) {
            long here = Math.abs(knots.get(i).getKey() - score);
            nearest = here < Math.abs(knots.get(nearest).getKey() - score) ? i : nearest;
        }
        return nearest;
    }

    /** Quotients of sums and counts that do not fall: neighbours that would fall are taken together. */
    static double[] rising(double[] sums, double[] counts) {
        List<double[]> pools = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            double[] pool = {sums[i], counts[i], 1};
            while (!pools.isEmpty() && quotient(pools.get(pools.size() - 1)) > quotient(pool)) {
                double[] before = pools.remove(pools.size() - 1);
                pool = new double[] {before[0] + pool[0], before[1] + pool[1], before[2] + pool[2]};
            }
            pools.add(pool);
        }
        double[] rising = new double[sums.length];
        int place = 0;
        for (double[] pool : pools) {
            for (int i = 0; i < pool[2]; i++) {
                rising[place++] = quotient(pool);
            }
        }
        return rising;
    }

    private static double quotient(double[] pool) {
        return pool[0] / pool[1];
    }
}
