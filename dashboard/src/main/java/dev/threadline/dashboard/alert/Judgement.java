package dev.threadline.dashboard.alert;

import java.util.OptionalDouble;

/**
 * What a publication says about a rule.
 *
 * @param value nothing where nothing was observed, or too little
 * @param usual the median of the same window in the four weeks before, for those that ask
 * @param n observations
 */
record Judgement(AlertRule rule, OptionalDouble value, OptionalDouble usual, long n) {

    /** Whether anything can be said. */
    boolean isKnown() {
        return value.isPresent() && !(rule.condition() instanceof Condition.Change && usual.isEmpty());
    }

    boolean holds() {
        return isKnown() && rule.condition().holds(value.getAsDouble(), usual);
    }
}
