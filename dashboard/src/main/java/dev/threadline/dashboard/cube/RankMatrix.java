package dev.threadline.dashboard.cube;

import java.util.List;

/**
 * Numbers below {@code 2^levels} in a fixed order, from which the k-th smallest of any stretch, or of several, follows in a
 * step for each level: a wavelet matrix (Claude, Navarro, Ordóñez: The wavelet matrix, Information Systems 47, 2015).
 *
 * <p>Each level keeps one bit of every number, from the highest down; below it those with a 0 come first, each kind in its
 * old order. It takes 1.5 bits for each number and level.
 */
final class RankMatrix {

    /** A stretch of the order. */
    record Stretch(RankMatrix matrix, int fromInclusive, int untilExclusive) {

        int length() {
            return untilExclusive - fromInclusive;
        }
    }

    private final int levels;
    private final int words;
    private final long[] bits;

    /** The ones before each word of a level. */
    private final int[] onesBefore;

    private final int[] zeros;

    RankMatrix(int[] numbers, int levels) {
        this.levels = levels;
        this.words = numbers.length / Long.SIZE + 1;
        this.bits = new long[Math.multiplyExact(levels, words)];
        this.onesBefore = new int[bits.length];
        this.zeros = new int[levels];
        int[] order = numbers.clone();
        int[] next = new int[order.length];
        for (int level = 0; level < levels; level++) {
            split(order, next, level);
            int[] spare = order;
            order = next;
            next = spare;
        }
    }

    /** The levels that numbers below a limit need. */
    static int levelsFor(int limit) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(limit - 1));
    }

    /** The k-th smallest number, from 0, of stretches of matrices with the same number of levels. */
    static int smallest(long k, List<Stretch> stretches) {
        int[] from = stretches.stream().mapToInt(Stretch::fromInclusive).toArray();
        int[] until = stretches.stream().mapToInt(Stretch::untilExclusive).toArray();
        int[] onesFrom = new int[from.length];
        int[] onesUntil = new int[from.length];
        int levels = stretches.get(0).matrix().levels;
        long rest = k;
        int found = 0;
        for (int level = 0; level < levels; level++) {
            long zerosInside = 0;
            for (int i = 0; i < from.length; i++) {
                RankMatrix matrix = stretches.get(i).matrix();
                onesFrom[i] = matrix.ones(level, from[i]);
                onesUntil[i] = matrix.ones(level, until[i]);
                zerosInside += until[i] - from[i] - (onesUntil[i] - onesFrom[i]);
            }
            boolean isOne = rest >= zerosInside;
            rest -= isOne ? zerosInside : 0;
            found = found << 1 | (isOne ? 1 : 0);
            for (int i = 0; i < from.length; i++) {
                int zeros = stretches.get(i).matrix().zeros[level];
                from[i] = isOne ? zeros + onesFrom[i] : from[i] - onesFrom[i];
                until[i] = isOne ? zeros + onesUntil[i] : until[i] - onesUntil[i];
            }
        }
        return found;
    }

    private void split(int[] order, int[] next, int level) {
        int bit = levels - 1 - level;
        int ones = 0;
        for (int i = 0; i < order.length; i++) {
            int word = level * words + i / Long.SIZE;
            if (i % Long.SIZE == 0) {
                onesBefore[word] = ones;
            }
            int one = order[i] >>> bit & 1;
            bits[word] |= (long) one << i;
            ones += one;
        }
        if (order.length % Long.SIZE == 0) {
            onesBefore[level * words + words - 1] = ones;
        }
        zeros[level] = order.length - ones;
        int zero = 0;
        int one = zeros[level];
        for (int number : order) {
            if ((number >>> bit & 1) == 0) {
                next[zero++] = number;
            } else {
                next[one++] = number;
            }
        }
    }

    /** How many of the first numbers of a level have a 1 there. */
    private int ones(int level, int first) {
        int word = level * words + first / Long.SIZE;
        long before = bits[word] & ((1L << first) - 1);
        return onesBefore[word] + Long.bitCount(before);
    }
}
