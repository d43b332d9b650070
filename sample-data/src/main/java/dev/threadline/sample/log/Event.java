package dev.threadline.sample.log;

/** What happened in the life of a conversation. */
public enum Event {
    OPENED("opened"),
    ASSIGNED("assigned"),
    QUEUED("queued"),
    CLOSED("closed"),
    REOPENED("reopened"),
    MERGED("merged");

    private final String id;

    Event(String id) {
        this.id = id;
    }

    /** The name in the log. */
    public String id() {
        return id;
    }
}
