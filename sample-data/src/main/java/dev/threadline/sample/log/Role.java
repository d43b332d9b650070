package dev.threadline.sample.log;

/** Who sent a record. */
public enum Role {
    CUSTOMER("customer"),
    AGENT("agent"),
    BOT("bot"),
    SYSTEM("system");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The name in the log. */
    public String id() {
        return id;
    }
}
