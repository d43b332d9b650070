package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.gold.Segmentation;

/**
 * The items that two segmentations share when their segments are paired one to one as well as can be (Elsner and Charniak
 * 2008, after Kummerfeld et al. 2019).
 *
 * <p>In general that is an assignment problem. Here both cut the same sequence, so the overlaps of their segments form a
 * chain in which neighbours share a segment of one or the other, and one pass finds the optimum: it keeps the best sum
 * for each way in which the two segments at hand can be taken already.
 */
public final class OneToOne {

    private static final long IMPOSSIBLE = Long.MIN_VALUE / 2;
    private static final int NEITHER = 0;
    private static final int BOTH = 3;
    private static final int GOLD = 1;
    private static final int PREDICTED = 2;

    private OneToOne() {}

    /** The most items that paired segments can share. */
    public static long overlap(Segmentation gold, Segmentation predicted) {
        SameItems.require(gold, predicted);
        // best[taken] where taken says which of the segments at hand are paired: a set of GOLD and PREDICTED.
        long[] best = {0, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE};
        int start = 0;
        for (int i = 0; i < gold.size(); i++) {
            boolean goldEnds = gold.isBoundaryAfter(i) || i + 1 == gold.size();
            boolean predictedEnds = predicted.isBoundaryAfter(i) || i + 1 == gold.size();
            if (goldEnds || predictedEnds) {
                best[BOTH] = Math.max(best[BOTH], best[NEITHER] + (i + 1 - start));
                start = i + 1;
                release(best, goldEnds ? GOLD : NEITHER);
                release(best, predictedEnds ? PREDICTED : NEITHER);
            }
        }
        return Math.max(Math.max(best[0], best[1]), Math.max(best[2], best[3]));
    }

    /** A segment is over: the next one of its side is free. */
    private static void release(long[] best, int side) {
        for (int taken = 0; taken < best.length && side != NEITHER; taken++) {
            if ((taken & side) != 0) {
                best[taken & ~side] = Math.max(best[taken & ~side], best[taken]);
                best[taken] = IMPOSSIBLE;
            }
        }
    }
}
