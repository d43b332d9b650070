package dev.threadline.jobs.thread;

/** What a record is. Only a {@link #MESSAGE} is public. */
public enum Kind {
    MESSAGE,
    /** Private to the business. */
    NOTE,
    /** Sent by a machine on its own: out of office, survey prompt. */
    AUTO,
    /** An outbound blast. */
    CAMPAIGN,
    EVENT;

    public String code() {
        return switch (this) {
            case MESSAGE -> "message";
            case NOTE -> "note";
            case AUTO -> "auto";
            case CAMPAIGN -> "campaign";
            case EVENT -> "event";
        };
    }
}
