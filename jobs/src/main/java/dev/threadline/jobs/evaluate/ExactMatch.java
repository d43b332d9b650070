package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.gold.Segmentation;

/**
 * Conversations found whole, first to last item (Kummerfeld et al. 2019). Those of a single item do not count on either
 * side, as in the paper: they are too easy to get right by cutting much.
 *
 * @param gold conversations of two items and more
 * @param predicted the same of the prediction
 * @param matches those of both with the same items
 */
public record ExactMatch(long gold, long predicted, long matches) {

    public static ExactMatch of(Segmentation gold, Segmentation predicted) {
        SameItems.require(gold, predicted);
        long inGold = 0;
        long inPredicted = 0;
        long matches = 0;
        int goldStart = 0;
        int predictedStart = 0;
        for (int i = 0; i < gold.size(); i++) {
            boolean goldEnds = gold.isBoundaryAfter(i) || i + 1 == gold.size();
            boolean predictedEnds = predicted.isBoundaryAfter(i) || i + 1 == gold.size();
            inGold += goldEnds && i > goldStart ? 1 : 0;
            inPredicted += predictedEnds && i > predictedStart ? 1 : 0;
            matches += goldEnds && predictedEnds && goldStart == predictedStart && i > goldStart ? 1 : 0;
            goldStart = goldEnds ? i + 1 : goldStart;
            predictedStart = predictedEnds ? i + 1 : predictedStart;
        }
        return new ExactMatch(inGold, inPredicted, matches);
    }
}
