package dev.threadline.jobs.thread;

/** Who sent a record, as of when it was sent. */
public enum Role {
    CUSTOMER,
    BOT,
    /** A human of the business. */
    AGENT,
    SYSTEM;

    /** The value in the tables: the name in lower case. */
    public String code() {
        return switch (this) {
            case CUSTOMER -> "customer";
            case BOT -> "bot";
            case AGENT -> "agent";
            case SYSTEM -> "system";
        };
    }
}
