package dev.threadline.jobs.sensitivity;

import dev.threadline.jobs.daily.Distribution;
import java.io.Serializable;

/** What the conversations under one policy come to. Adding is associative and commutative. */
public final class PolicyTotals implements Serializable {

    private static final long serialVersionUID = 1;

    private final Distribution resolutions = new Distribution();
    private long conversations;
    private long reopened;

    void countConversation(boolean wasReopened) {
        conversations++;
        reopened += wasReopened ? 1 : 0;
    }

    void observeResolution(long millis) {
        resolutions.observe(millis);
    }

    void add(PolicyTotals other) {
        conversations += other.conversations;
        reopened += other.reopened;
        resolutions.add(other.resolutions);
    }

    public long conversations() {
        return conversations;
    }

    /** Conversations with a counted reopening. */
    public long reopened() {
        return reopened;
    }

    public Distribution resolutions() {
        return resolutions;
    }
}
