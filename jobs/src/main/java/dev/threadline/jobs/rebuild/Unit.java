package dev.threadline.jobs.rebuild;

/** What a reported figure counts. */
public enum Unit {
    COUNT,
    /** Milliseconds. */
    DURATION,
    /** A quotient of two sums, such as conversations at once. */
    RATIO
}
