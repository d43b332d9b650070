package dev.threadline.sample.log;

/** What a record is. */
public enum Kind {
    MESSAGE("message"),
    NOTE("note"),
    AUTO("auto"),
    CAMPAIGN("campaign"),
    EVENT("event");

    private final String id;

    Kind(String id) {
        this.id = id;
    }

    /** The name in the log. */
    public String id() {
        return id;
    }
}
