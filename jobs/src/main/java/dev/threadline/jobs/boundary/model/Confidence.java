package dev.threadline.jobs.boundary.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often gaps of a score turned out to be boundaries: straight lines between knots, flat outside them.
 *
 * @param knots score to boundaries in a thousand gaps; at least one, none below the one before it
 */
public record Confidence(SortedMap<Integer, Integer> knots) implements Serializable {

    public Confidence {
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("a confidence needs a knot; give it one score with its share");
        }
        int before = 0;
        for (Map.Entry<Integer, Integer> knot : knots.entrySet()) {
            if (knot.getValue() < before || knot.getValue() > 1000) {
                throw new IllegalArgumentException("knot " + knot.getKey() + ": " + knot.getValue()
                        + " is below the one before it or above 1000; make the shares rise with the scores");
            }
            before = knot.getValue();
        }
        knots = Collections.unmodifiableSortedMap(new TreeMap<>(knots));
    }

    /** Boundaries in a thousand gaps of this score, rounded down. */
    public int perMille(long score) {
        int left = knots.firstKey();
        int before = 0;
        for (Map.Entry<Integer, Integer> knot : knots.entrySet()) {
            int right = knot.getKey();
            int share = knot.getValue();
            if (score <= right) {
                boolean onKnot = score == right || right == left;
                return onKnot ? share : before + (int) ((share - before) * (score - left) / (right - left));
            }
            left = right;
            before = share;
        }
        return before;
    }
}
