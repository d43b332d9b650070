package dev.threadline.jobs.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many of the silences that customers break are boundaries, by their length, found without labels. A score tells of words
 * and sides as well as of length, so where more of the words speak for boundaries than the model assumes of a length, there
 * are more: expectation maximisation of new prior probabilities (Saerens, Latinne and Decaestecker, Neural Computation 14,
 * 2002).
 */
final class ReturnShares {

    /** Where buckets of lengths begin; shorter silences are left as they are. */
    static final List<Duration> LENGTHS = Stream.of(2L, 4L, 8L, 16L, 24L, 48L, 96L, 192L, 384L, 768L)
            .map(Duration::ofHours)
            .toList();

    /** What the model that ships says of the help chat it was fitted to: the mean probability in each bucket. */
    private static final double[] ASSUMED = {0.102, 0.144, 0.194, 0.283, 0.397, 0.519, 0.617, 0.705, 0.717, 0.841};

    /** The prior counts as much as so many silences. */
    private static final double DRAWN = 100;

    private static final int ROUNDS = 200;
    /** Scores are counted in hundredths of a logit: so no sum depends on the order of a log. */
    private static final long CELL = 100;

    private static final double MOST = 1;

    private final double[] shares;
    private final int[] silences;

    private ReturnShares(double[] shares, int[] silences) {
        this.shares = shares;
        this.silences = silences;
    }

    /** What the model assumes. */
    static ReturnShares assumed() {
        return new ReturnShares(ASSUMED.clone(), new int[ASSUMED.length]);
    }

    /** The shares among these silences, drawn to the present ones where they are few. */
    ReturnShares among(List<ReturnGap> gaps) {
        List<SortedMap<Long, Integer>> cells = new ArrayList<>();
        LENGTHS.forEach(length -> cells.add(new TreeMap<>()));
        int[] counts = new int[LENGTHS.size()];
        for (ReturnGap gap : gaps) {
            int bucket = bucket(gap.millis());
            if (bucket >= 0) {
                cells.get(bucket).merge(Math.floorDiv(gap.score(), CELL), 1, Integer::sum);
                counts[bucket]++;
            }
        }
        double[] found = shares.clone();
        for (int bucket = 0; bucket < found.length; bucket++) {
            for (int round = 0; round < ROUNDS && counts[bucket] > 0; round++) {
                double boundaries = boundaries(cells.get(bucket), move(bucket, found[bucket]));
                found[bucket] = (boundaries + DRAWN * shares[bucket]) / (counts[bucket] + DRAWN);
            }
        }
        return new ReturnShares(found, counts);
    }

    private static double boundaries(SortedMap<Long, Integer> cells, double move) {
        double sum = 0;
        for (var cell : cells.entrySet()) {
            double logits = cell.getKey() * CELL / CardFit.UNIT;
            sum += cell.getValue() * LogisticRegression.probability(logits + move);
        }
        return sum;
    }

    /**
     * How much a score rises by bucket, in logits. Where fewer words speak for boundaries than assumed nothing moves: on logs
     * whose people merely word things otherwise that was wrong as often as right.
     */
    double[] moves() {
        double[] moves = new double[shares.length];
        for (int bucket = 0; bucket < moves.length; bucket++) {
            moves[bucket] = Math.max(0, Math.min(MOST, move(bucket, shares[bucket])));
        }
        return moves;
    }

    double share(int bucket) {
        return shares[bucket];
    }

    static double assumed(int bucket) {
        return ASSUMED[bucket];
    }

    /** The geometric middle of a bucket; the last one is taken to end at twice its beginning. */
    static double middleHours(int bucket) {
        double from = LENGTHS.get(bucket).toHours();
        double until = bucket + 1 < LENGTHS.size() ? LENGTHS.get(bucket + 1).toHours() : 2 * from;
        return StrictMath.sqrt(from * until);
    }

    /** How many silences there were by bucket. */
    int[] silences() {
        return silences;
    }

    private static double move(int bucket, double share) {
        return logit(share) - logit(ASSUMED[bucket]);
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }

    private static int bucket(long millis) {
        int bucket = LENGTHS.size() - 1;
        while (bucket >= 0 && LENGTHS.get(bucket).toMillis() > millis) {
            bucket--;
        }
        return bucket;
    }
}
