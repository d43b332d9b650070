package dev.threadline.jobs.attention;

import dev.threadline.jobs.time.Span;

/**
 * Credits each public message of one agent with the attention before it: the interval that ends at the message and starts
 * at the latest of what its own thread allows and the agent's previous public message in any conversation. The intervals
 * of an agent are disjoint, so their sum cannot exceed the time that passed.
 *
 * <p>Feed the messages in the agent's order: by instant, source, thread, place.
 */
public final class HandleTime {

    private long previousAt = Long.MIN_VALUE;

    /** The attention credited to the agent's next message; empty where the previous one came at the same instant. */
    public Span credit(long sentAt, long creditFrom) {
        if (sentAt < previousAt) {
            throw new IllegalArgumentException("a message at " + sentAt + " follows one at " + previousAt
                    + "; sort the agent's messages by sentAt first");
        }
        Span credit = new Span(Math.min(sentAt, Math.max(creditFrom, previousAt)), sentAt);
        previousAt = sentAt;
        return credit;
    }
}
