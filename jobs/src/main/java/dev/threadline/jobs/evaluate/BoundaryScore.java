package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.gold.Segmentation;

/**
 * Boundaries taken one by one, each found exactly where it is or not at all.
 *
 * @param hits boundaries of both
 * @param wrong predicted boundaries that are none
 * @param missed boundaries that were not predicted
 */
public record BoundaryScore(long hits, long wrong, long missed) {

    public static BoundaryScore of(Segmentation gold, Segmentation predicted) {
        SameItems.require(gold, predicted);
        long hits = 0;
        for (int i = 0; i + 1 < gold.size(); i++) {
            if (gold.isBoundaryAfter(i) && predicted.isBoundaryAfter(i)) {
                hits++;
            }
        }
        return new BoundaryScore(hits, predicted.boundaries() - hits, gold.boundaries() - hits);
    }
}
