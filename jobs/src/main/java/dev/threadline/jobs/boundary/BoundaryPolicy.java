package dev.threadline.jobs.boundary;

import dev.threadline.jobs.thread.Message;

/**
 * Decides whether a conversation ends between two activities where nothing explicit says so. The walk does not know
 * which policy it asks; explicit opens and closes are decided before any policy is.
 */
public interface BoundaryPolicy {

    /** The decision on one gap: a pure function of the thread's records. */
    Verdict decide(Gap gap);

    /**
     * Whether a message at {@code asOf} could still belong to the conversation that {@code last} is the last activity of.
     *
     * @param asOf epoch milliseconds, not before {@code last}
     */
    boolean couldContinue(Message last, boolean customerWaits, long asOf);

    /** How this policy ends conversations. */
    EndReason reason();
}
