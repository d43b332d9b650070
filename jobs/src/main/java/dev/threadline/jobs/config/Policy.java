package dev.threadline.jobs.config;

import java.util.Locale;

/** What decides that a gap between two activities ends a conversation, where no event says so. */
public enum Policy {
    /** The gap reaches the channel's silence threshold. */
    SILENCE,
    /** A model trained on the log. */
    LEARNED;

    /** As it is written in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
