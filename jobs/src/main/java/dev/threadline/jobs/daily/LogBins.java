package dev.threadline.jobs.daily;

import java.util.Arrays;

/**
 * Log-spaced bins for durations, from whose counts any quantile follows within 1 % of its value (the bins of DDSketch:
 * Masson, Rim, Lee, VLDB 2019). Bin 0 holds 0; bin {@code i} from 1 on holds {@code GAMMA^(i-1) <= v < GAMMA^i}.
 */
public final class LogBins {

    /** Ratio of neighbouring edges; the middle {@code GAMMA^(i - 0.5)} is within 1 % of every value in bin i. */
    public static final double GAMMA = 1.02;

    /** The last begins at 242 years, and holds all that is longer. */
    private static final int BINS = 1500;

    /** The least whole value of each bin, so that no bin depends on how a machine rounds a logarithm. */
    private static final long[] LEAST = leastValues();

    private LogBins() {}

    /** The bin of a value. */
    public static int of(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException(
                    "a duration of " + millis + " ms has no bin; durations are not negative");
        }
        int found = Arrays.binarySearch(LEAST, millis);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < BINS && LEAST[found + 1] == millis) {
            found++;
        }
        return found;
    }

    /** The whole value that stands for a bin, within 1 % of all that are in it. */
    static long middle(int bin) {
        return bin == 0 ? 0 : Math.round(StrictMath.pow(GAMMA, bin - 0.5));
    }

    private static long[] leastValues() {
        long[] least = new long[BINS];
        for (int bin = 1; bin < BINS; bin++) {
            least[bin] = (long) Math.ceil(StrictMath.pow(GAMMA, bin - 1));
        }
        return least;
    }
}
