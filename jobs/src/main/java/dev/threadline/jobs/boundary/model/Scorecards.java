package dev.threadline.jobs.boundary.model;

import java.io.Serializable;

/**
 * The two cards of a channel.
 *
 * @param withText for gaps where the activities on both sides have text
 * @param withoutText for all others
 */
public record Scorecards(Scorecard withText, Scorecard withoutText) implements Serializable {

    /** The card for gaps with text, or the other. */
    public Scorecard card(boolean text) {
        return text ? withText : withoutText;
    }

    Scorecards withThresholdsMoved(int by) {
        return new Scorecards(
                withText.withThreshold(withText.threshold() + by),
                withoutText.withThreshold(withoutText.threshold() + by));
    }
}
