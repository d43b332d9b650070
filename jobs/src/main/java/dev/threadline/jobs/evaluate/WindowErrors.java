package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.gold.Segmentation;

/**
 * What a window of k + 1 items that slides over a sequence sees of two segmentations: the errors of Pk (Beeferman, Berger
 * and Lafferty 1999) and of WindowDiff (Pevzner and Hearst 2002).
 *
 * @param windows positions of the window wholly inside the sequence
 * @param pk windows whose ends lie in one segment by one segmentation, and not by the other
 * @param windowDiff windows with different numbers of boundaries inside
 */
public record WindowErrors(long windows, long pk, long windowDiff) {

    /**
     * Slides the window.
     *
     * @param k how far apart its ends are, at least 1; a sequence of at most k items has no window
     */
    public static WindowErrors of(Segmentation gold, Segmentation predicted, int k) {
        SameItems.require(gold, predicted);
        if (k < 1) {
            throw new IllegalArgumentException("a window of k = " + k + "; give at least 1");
        }
        if (gold.size() <= k) {
            return new WindowErrors(0, 0, 0);
        }
        int inGold = gold.boundariesBetween(0, k);
        int inPredicted = predicted.boundariesBetween(0, k);
        long pk = 0;
        long windowDiff = 0;
        for (int first = 0; first + k < gold.size(); first++) {
            pk += (inGold > 0) != (inPredicted > 0) ? 1 : 0;
            windowDiff += inGold != inPredicted ? 1 : 0;
            inGold += boundary(gold, first + k) - boundary(gold, first);
            inPredicted += boundary(predicted, first + k) - boundary(predicted, first);
        }
        return new WindowErrors(gold.size() - k, pk, windowDiff);
    }

    /**
     * The usual k: half the mean segment, rounded half up, at least 1.
     *
     * @param items of all sequences
     * @param segments of all sequences
     */
    public static int halfTheMeanSegment(long items, long segments) {
        return segments == 0 ? 1 : (int) Math.max(1, Math.round(items / (2.0 * segments)));
    }

    private static int boundary(Segmentation segmentation, int item) {
        return segmentation.isBoundaryAfter(item) ? 1 : 0;
    }
}
