package dev.threadline.sample.operation;

import java.time.Instant;

/**
 * What is simulated: how much, when, how dirty, and how strong each effect is.
 *
 * @param seed the same seed gives the same log
 * @param conversations about how many conversations begin
 * @param from the first instant
 * @param untilExclusive the end of the log
 * @param agents how many people answer
 * @param dirt the share of malformed lines; duplicates, revisions, skew and lateness go with it (see {@code Dirt})
 * @param effects how strong each effect is
 */
public record Scenario(
        long seed, long conversations, Instant from, Instant untilExclusive, int agents, double dirt, Effects effects) {

    /** How many conversations an agent can carry on a working day without a growing backlog. */
    private static final double CONVERSATIONS_PER_AGENT_DAY = 42;

    private static final double WORKING_DAYS_PER_DAY = 5.0 / 7;

    /** Checks what the command line cannot. */
    public Scenario {
        if (!from.isBefore(untilExclusive)) {
            throw new IllegalArgumentException(
                    "the period ends at " + untilExclusive + " before it starts at " + from + "; give a later end");
        }
    }

    /** The first instant in epoch milliseconds. */
    public long fromMs() {
        return from.toEpochMilli();
    }

    /** The end of the log in epoch milliseconds. */
    public long untilMs() {
        return untilExclusive.toEpochMilli();
    }

    /** The days that so many agents need for so many conversations. */
    public static long daysNeeded(long conversations, int agents) {
        return ceil(conversations / (agents * CONVERSATIONS_PER_AGENT_DAY * WORKING_DAYS_PER_DAY));
    }

    /** The agents that so many conversations need in so many days. */
    public static long agentsNeeded(long conversations, long days) {
        return ceil(conversations / (days * CONVERSATIONS_PER_AGENT_DAY * WORKING_DAYS_PER_DAY));
    }

    private static long ceil(double value) {
        return (long) StrictMath.ceil(value);
    }
}
