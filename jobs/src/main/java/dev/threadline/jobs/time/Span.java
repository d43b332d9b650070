package dev.threadline.jobs.time;

import java.io.Serializable;

/**
 * A half-open span of time {@code [startInclusive, endExclusive)} in epoch milliseconds; it may be empty, never negative.
 */
public record Span(long startInclusive, long endExclusive) implements Serializable {

    public Span {
        if (endExclusive < startInclusive) {
            throw new IllegalArgumentException("a span ends at " + endExclusive + " before it starts at "
                    + startInclusive + "; sort the records by sentAt first");
        }
    }

    public long millis() {
        return endExclusive - startInclusive;
    }

    public boolean isEmpty() {
        return endExclusive == startInclusive;
    }

    /** The part of this span inside {@code [fromInclusive, toExclusive)}; empty at the nearer edge if there is none. */
    public Span clip(long fromInclusive, long toExclusive) {
        long start = Math.min(Math.max(startInclusive, fromInclusive), Math.max(fromInclusive, toExclusive));
        long end = Math.max(start, Math.min(endExclusive, toExclusive));
        return new Span(start, end);
    }
}
