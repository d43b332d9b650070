package dev.threadline.jobs.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rhythm of replies tells of boundaries. Gaps from a customer to a human are waiting, so their lengths show how
 * long an exchange pauses; gaps from a human to a customer are pauses too, or the beginning of something new. Scaled to
 * the short gaps, which are pauses all, the first leave over what is new among the second.
 */
final class Rhythm {

    /** Where buckets of lengths begin. */
    static final List<Duration> BUCKETS = Stream.of(
                    0L, 1L, 5L, 10L, 30L, 60L, 120L, 240L, 480L, 960L, 1440L, 2880L, 5760L, 11_520L, 23_040L, 46_080L)
            .map(Duration::ofMinutes)
            .toList();

    /** Buckets below two hours hold pauses. */
    static final int SHORT = 6;

    private static final double ASSUMED = 50;
    private static final double LEAST = 0.02;

    private final double[] returns = new double[BUCKETS.size()];
    private final double[] replies = new double[BUCKETS.size()];
    private final double[] assumed = new double[BUCKETS.size()];

    Rhythm(List<RhythmGap> gaps) {
        for (RhythmGap gap : gaps) {
            int bucket = bucket(gap.millis());
            replies[bucket] += gap.isReply() ? 1 : 0;
            returns[bucket] += gap.isReturn() ? 1 : 0;
            assumed[bucket] += gap.isReturn() ? gap.assumed() : 0;
        }
        for (int i = 0; i < assumed.length; i++) {
            assumed[i] = returns[i] == 0 ? 0 : assumed[i] / returns[i];
        }
    }

    /** Whether there are short gaps of both kinds to scale by. */
    boolean tells() {
        return sumOfShort(replies) > 0 && sumOfShort(returns) > 0;
    }

    double[] returns() {
        return returns;
    }

    /** The share of boundaries among a customer's returns by bucket, as the model assumed it. */
    double[] assumed() {
        return assumed;
    }

    /** The same as the rhythm shows it, drawn towards {@code prior} where gaps are few; it does not fall. */
    double[] shares(double[] prior) {
        double scale = sumOfShort(replies) / sumOfShort(returns);
        double[] sums = new double[returns.length];
        double[] counts = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            double pauses = replies[i] / scale;
            double share = Math.max(0, 1 - pauses / Math.max(1, returns[i]));
            double drawn = (returns[i] * share + ASSUMED * prior[i]) / (returns[i] + ASSUMED);
            counts[i] = returns[i] + 1;
            sums[i] = drawn * counts[i];
        }
        return ConfidenceFit.rising(sums, counts);
    }

    static double logit(double share) {
        double kept = Math.max(LEAST, Math.min(1 - LEAST, share));
        return StrictMath.log(kept / (1 - kept));
    }

    private static double sumOfShort(double[] counts) {
        double sum = 0;
        for (int i = 0; i < SHORT; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private static int bucket(long millis) {
        int bucket = BUCKETS.size() - 1;
        while (BUCKETS.get(bucket).toMillis() > millis) {
            bucket--;
        }
        return bucket;
    }
}
