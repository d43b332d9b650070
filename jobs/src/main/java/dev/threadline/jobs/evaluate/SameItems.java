package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.gold.Segmentation;

/** Guards against comparing segmentations of different sequences. */
final class SameItems {

    private SameItems() {}

    static void require(Segmentation gold, Segmentation predicted) {
        if (gold.size() != predicted.size()) {
            throw new IllegalArgumentException("gold has " + gold.size() + " items and the prediction "
                    + predicted.size() + "; compare segmentations of the same sequence");
        }
    }
}
