package dev.threadline.jobs.boundary;

import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.boundary.model.Scorecard;

/** A scorecard with its weights in an array, for the walk. */
final class CompiledCard {

    private final Scorecard card;
    private final int[] weights = new int[Feature.values().length];
    private final long mostByLookingBack;

    CompiledCard(Scorecard card) {
        this.card = card;
        card.weights().forEach((feature, weight) -> weights[feature.place()] = weight);
        this.mostByLookingBack = LookBack.most(weights);
    }

    long score(GapFeatures features) {
        return card.intercept() + features.weighted(weights);
    }

    /** Whether no look back could lift a gap with these near features to {@code score}: nearly always so. */
    boolean isSurelyBelow(long score, GapFeatures near) {
        return score(near) + mostByLookingBack < score;
    }

    long threshold() {
        return card.threshold();
    }

    int perMille(long score) {
        return card.confidence().perMille(score);
    }

    int weight(Feature feature) {
        return weights[feature.place()];
    }
}
