package dev.threadline.dashboard.query;

import java.util.List;
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

    /** The words that it knows, the empty one for none; nothing where values are names, which can be any. */
    public List<String> words() {
        return switch (this) {
            case MODE -> List.of("sync", "mixed", "async", "");
            case OUTCOME ->
                List.of("resolved", "bot_contained", "unanswered", "abandoned_in_bot", "open", "outreach", "merged");
            case CHANNEL, TEAM, AGENT -> List.of();
        };
    }
}
