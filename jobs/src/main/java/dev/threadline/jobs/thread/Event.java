package dev.threadline.jobs.thread;

/** What happened to a conversation, as the source system says. */
public enum Event {
    OPENED,
    ASSIGNED,
    /** Back to the queue: no owner any more. */
    QUEUED,
    CLOSED,
    REOPENED,
    MERGED;

    /** Whether it ends a conversation explicitly. */
    public boolean closes() {
        return this == CLOSED || this == MERGED;
    }

    public String code() {
        return switch (this) {
            case OPENED -> "opened";
            case ASSIGNED -> "assigned";
            case QUEUED -> "queued";
            case CLOSED -> "closed";
            case REOPENED -> "reopened";
            case MERGED -> "merged";
        };
    }
}
