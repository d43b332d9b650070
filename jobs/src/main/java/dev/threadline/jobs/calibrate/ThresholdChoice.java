package dev.threadline.jobs.calibrate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the score from which gaps should count as boundaries: where F1 less half of Pk is best, on average around it. By F1
 * alone a few boundaries more would outweigh many more cuts in the wrong place, and a peak of one log is gone in the next.
 */
final class ThresholdChoice {

    /** With fewer boundaries the measures say too little. */
    static final int LEAST_BOUNDARIES = 10;

    private static final double WEIGHT_OF_PK = 0.5;

    /** From a probability of 0.1 to 0.8. */
    private static final int LOWEST = -22_000;

    private static final int HIGHEST = 14_000;
    private static final int STEP = 250;

    /** The average is over 0.4 logits to either side. */
    private static final int AROUND_STEPS = 16;

    private static final double AS_GOOD = 0.000_1;

    private ThresholdChoice() {}

    /** The threshold; {@code fallback} where there are too few boundaries to choose by. */
    static int of(List<ScoredGap> gaps, int fallback) {
        long boundaries = gaps.stream().filter(ScoredGap::boundary).count();
        if (boundaries < LEAST_BOUNDARIES) {
            return fallback;
        }
        ScoredThreads threads = new ScoredThreads(gaps);
        double[] gains = IntStream.rangeClosed(0, (HIGHEST - LOWEST) / STEP)
                .map(step -> LOWEST + step * STEP)
                .mapToDouble(threshold -> threads.f1(threshold) - WEIGHT_OF_PK * threads.pk(threshold))
                .toArray();
        return LOWEST + middleOfBest(averaged(gains)) * STEP;
    }

    /** Each with its neighbours; beyond the ends goes on what is there. */
    private static double[] averaged(double[] gains) {
        return IntStream.range(0, gains.length)
                .mapToDouble(i -> IntStream.rangeClosed(i - AROUND_STEPS, i + AROUND_STEPS)
                        .mapToDouble(near -> gains[Math.max(0, Math.min(gains.length - 1, near))])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static int middleOfBest(double[] gains) {
        int best = 0;
        for (int i = 0; i < gains.length; i++) {
            best = gains[i] > gains[best] ? i : best;
        }
        int first = best;
        int last = best;
        while (first > 0 && gains[first - 1] >= gains[best] - AS_GOOD) {
            first--;
        }
        while (last + 1 < gains.length && gains[last + 1] >= gains[best] - AS_GOOD) {
            last++;
        }
        return (first + last) / 2;
    }
}
