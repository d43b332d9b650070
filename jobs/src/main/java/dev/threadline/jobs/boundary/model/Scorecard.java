package dev.threadline.jobs.boundary.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * An additive judgement in whole numbers, so that every machine comes to the same: {@code intercept} and each feature times
 * its weight, in ten-thousandths of a logit. A gap is a boundary from {@code threshold} on.
 *
 * @param weights of exactly the features that are visible to this card
 * @param confidence how sure a score is
 */
public record Scorecard(int intercept, int threshold, SortedMap<Feature, Integer> weights, Confidence confidence)
        implements Serializable {

    /** No figure of a card goes beyond this: a thousand logits. */
    public static final int LARGEST = 10_000_000;

    public Scorecard {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    /** The score of a gap whose features have these values. */
    public long score(ToIntFunction<Feature> value) {
        long score = intercept;
        for (Map.Entry<Feature, Integer> weight : weights.entrySet()) {
            score += (long) weight.getValue() * value.applyAsInt(weight.getKey());
        }
        return score;
    }

    /** The same card with another threshold. */
    public Scorecard withThreshold(int other) {
        return new Scorecard(intercept, other, weights, confidence);
    }
}
