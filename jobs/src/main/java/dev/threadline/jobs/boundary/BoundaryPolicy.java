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
     * How the conversation stands at {@code asOf} that {@code last} is the last activity of: ended, or open while a message
     * could still belong to it.
     *
     * @param asOf epoch milliseconds, not before {@code last}
     */
    Verdict atEnd(Message last, boolean customerWaits, long asOf);
}
