package dev.threadline.jobs.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How far a figure would move on other threads of the same kind: threads are drawn with replacement, the figure is taken
 * anew, and the middle 95 % of the draws are the interval (the percentile bootstrap of Efron 1979). Threads, not messages,
 * are drawn, as the messages of a thread hang together.
 */
public final class Bootstrap {

    /** Enough for two digits of an interval's ends. */
    public static final int DRAWS = 1000;

    private static final double TAIL = 0.025;

    private final long seed;
    private final int draws;

    /** The same seed draws the same threads, whatever is measured on them. */
    public Bootstrap(long seed, int draws) {
        this.seed = seed;
        this.draws = draws;
    }

    /** The figures over all threads, with their intervals. */
    public Map<Measure, Estimate> estimates(List<Tally> threads) {
        Map<Measure, double[]> drawn = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            drawn.put(measure, new double[draws]);
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < draws; draw++) {
            int[] times = new int[threads.size()];
            for (int i = 0; i < times.length; i++) {
                times[random.nextInt(times.length)]++;
            }
            Tally sum = sum(threads, times);
            for (Map.Entry<Measure, double[]> values : drawn.entrySet()) {
                values.getValue()[draw] = values.getKey().of(sum);
            }
        }
        int[] once = new int[threads.size()];
        Arrays.fill(once, 1);
        Tally whole = sum(threads, once);
        Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
        drawn.forEach((measure, values) -> estimates.put(measure, estimate(measure.of(whole), values)));
        return estimates;
    }

    private static Tally sum(List<Tally> threads, int[] times) {
        Tally sum = Tally.NOTHING;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                sum = sum.plus(threads.get(i), times[i]);
            }
        }
        return sum;
    }

    /** Draws in which the figure was not defined tell nothing of it. */
    private static Estimate estimate(double value, double[] drawn) {
        double[] defined =
                Arrays.stream(drawn).filter(one -> !Double.isNaN(one)).sorted().toArray();
        if (defined.length == 0) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        int below = (int) Math.floor(TAIL * defined.length);
        return new Estimate(value, defined[below], defined[defined.length - 1 - below]);
    }
}
