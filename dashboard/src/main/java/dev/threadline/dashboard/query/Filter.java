package dev.threadline.dashboard.query;

import java.util.Locale;

/** What a reader can filter by, under the names of the parameters. */
public enum Filter {
    CHANNEL,
    TEAM,
    MODE,
    OUTCOME,
    /** Who carried a conversation: any of its stints. */
    AGENT;

    /** The name in the address. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
