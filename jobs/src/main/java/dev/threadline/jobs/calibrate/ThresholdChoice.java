package dev.threadline.jobs.calibrate;

import java.util.ArrayList;
import java.util.List;

/** Finds the score from which gaps should count as boundaries: where F1 is best, in the middle of what is as good. */
final class ThresholdChoice {

    /** With fewer boundaries F1 says too little of where it is best. */
    static final int LEAST_BOUNDARIES = 10;

    /** From a probability of 0.1 to 0.8. */
    private static final int LOWEST = -22_000;

    private static final int HIGHEST = 14_000;
    private static final int STEP = 250;
    private static final double AS_GOOD = 0.001;

    private ThresholdChoice() {}

    /** The threshold; {@code fallback} where there are too few boundaries to choose by. */
    static int of(List<ScoredGap> gaps, int fallback) {
        long boundaries = gaps.stream().filter(ScoredGap::boundary).count();
        if (boundaries < LEAST_BOUNDARIES) {
            return fallback;
        }
        List<Double> f1 = new ArrayList<>();
        for (int threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
            f1.add(f1(gaps, threshold));
        }
        int best = 0;
        for (int i = 0; i < f1.size(); i++) {
            best = f1.get(i) > f1.get(best) ? i : best;
        }
        int first = best;
        int last = best;
        while (first > 0 && f1.get(first - 1) >= f1.get(best) - AS_GOOD) {
            first--;
        }
        while (last + 1 < f1.size() && f1.get(last + 1) >= f1.get(best) - AS_GOOD) {
            last++;
        }
        return LOWEST + (first + last) / 2 * STEP;
    }

    /** F1 of cutting from a score on; 0 where nothing is cut and nothing is to be found. */
    static double f1(List<ScoredGap> gaps, long threshold) {
        long hits = 0;
        long mistakes = 0;
        for (ScoredGap gap : gaps) {
            boolean cut = gap.score() >= threshold;
            hits += cut && gap.boundary() ? 1 : 0;
            mistakes += cut != gap.boundary() ? 1 : 0;
        }
        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + mistakes);
    }
}
