package dev.threadline.jobs.boundary;

/** Why a conversation ended. */
public enum EndReason {
    /** Explicitly: by a close, a merge or the opening of the next one. */
    CLOSED,
    /** By a silence longer than the timer of its channel. */
    SILENCE,
    /** By the judgement of a learned policy. */
    MODEL,
    /** Not yet. */
    OPEN;

    public String code() {
        return switch (this) {
            case CLOSED -> "closed";
            case SILENCE -> "silence";
            case MODEL -> "model";
            case OPEN -> "open";
        };
    }
}
