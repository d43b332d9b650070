package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.GapFeatures;
import dev.threadline.jobs.boundary.model.Feature;

/**
 * A gap that is known to be a boundary or none.
 *
 * @param thread number of the thread it lies in
 * @param channel of the activity after it
 * @param millis its length
 */
public record LabelledGap(int thread, String channel, long millis, GapFeatures features, boolean boundary) {

    /** A feature as a card of the given kind sees it: without texts, nobody knows a thanks from a question. */
    int value(Feature feature, boolean withText) {
        boolean thanksUnseen = !withText && features.value(Feature.AGENT_AFTER_THANKS) > 0;
        if (thanksUnseen && feature == Feature.WAITING) {
            return 1;
        }
        if (thanksUnseen && feature == Feature.WAITING_LONG) {
            return Math.min(features.value(Feature.GAP_OVER_4H), GapFeatures.LONGEST_BEYOND_FOUR_HOURS);
        }
        return features.value(feature);
    }
}
