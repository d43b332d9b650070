package dev.threadline.jobs.conversation;

/** How a conversation came out; the first that holds, in this order. */
public enum Outcome {
    OPEN,
    /** Merged into another ticket: its durations are measured there. */
    MERGED,
    /** The customer never wrote. */
    OUTREACH,
    /** A human was involved, or no bot, and the last turn has no answer. */
    UNANSWERED,
    /** A human was involved, or no bot, and the last turn has an answer. */
    RESOLVED,
    /** Only a bot, and the customer left with something open. */
    ABANDONED_IN_BOT,
    /** Only a bot, and nothing stayed open. */
    BOT_CONTAINED;

    public String code() {
        return switch (this) {
            case OPEN -> "open";
            case MERGED -> "merged";
            case OUTREACH -> "outreach";
            case UNANSWERED -> "unanswered";
            case RESOLVED -> "resolved";
            case ABANDONED_IN_BOT -> "abandoned_in_bot";
            case BOT_CONTAINED -> "bot_contained";
        };
    }

    /** Whether the customer's need was met, so that a resolution time exists. */
    public boolean isResolution() {
        return this == RESOLVED || this == BOT_CONTAINED;
    }
}
