package dev.threadline.jobs.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * What all agents did over some days, in milliseconds.
 *
 * @param engagedMs summed over conversations
 * @param engagedUnionMs in at least one conversation
 * @param peakEngaged the most conversations that one agent was engaged in at once
 */
record AgentTotals(long handleMs, long assignedMs, long engagedMs, long engagedUnionMs, long peakEngaged) {

    /** Conversations at once while engaged at all; null if nobody was. */
    @Nullable
    Double meanConcurrency() {
        return engagedUnionMs == 0 ? null : Double.valueOf((double) engagedMs / engagedUnionMs);
    }
}
