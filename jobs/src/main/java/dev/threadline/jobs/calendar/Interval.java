package dev.threadline.jobs.calendar;

import java.time.Instant;

/** A half-open range of epoch milliseconds. */
record Interval(long startMs, long endMs) {

    /** The years 1 to 9999: what a warehouse's timestamps can hold, and as far as calendars are drawn up. */
    static final Interval ALL_TIME = new Interval(
            Instant.parse("0001-01-01T00:00:00Z").toEpochMilli(),
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli() + 1);

    Interval {
        if (endMs < startMs) {
            throw new IllegalArgumentException("a range of business time ends at " + Instant.ofEpochMilli(endMs)
                    + ", before it starts at " + Instant.ofEpochMilli(startMs) + "; hand in the earlier instant first");
        }
    }

    long lengthMs() {
        return endMs - startMs;
    }

    boolean contains(Interval other) {
        return startMs <= other.startMs && other.endMs <= endMs;
    }

    /** The part inside {@code bounds}; empty, at one of its edges, where there is none. */
    Interval clippedTo(Interval bounds) {
        long start = Math.min(Math.max(startMs, bounds.startMs), bounds.endMs);
        return new Interval(start, Math.max(start, Math.min(endMs, bounds.endMs)));
    }

    boolean isEmpty() {
        return startMs == endMs;
    }
}
