package dev.threadline.jobs.stint;

import dev.threadline.jobs.time.Span;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One human's ownership inside one conversation.
 *
 * @param number from 1 within the conversation
 * @param owned the ownership as it was, from its start event to its end event
 * @param span the part of {@code owned} inside the conversation, what the tables show
 * @param messages public messages of the agent while the stint ran
 * @param assignedAt the {@code assigned} event that began it, if one did
 */
public record Stint(
        int number,
        String agentId,
        Span owned,
        Span span,
        Start startReason,
        End endReason,
        int messages,
        @Nullable Long assignedAt)
        implements Serializable {

    /** How ownership came to the agent. */
    public enum Start {
        ASSIGNED,
        /** A human who was not the owner wrote publicly. */
        TAKEOVER,
        /** The conversation was reopened and came back to its last owner. */
        REOPENED;

        public String code() {
            return switch (this) {
                case ASSIGNED -> "assigned";
                case TAKEOVER -> "takeover";
                case REOPENED -> "reopened";
            };
        }
    }

    /** How ownership went on. */
    public enum End {
        TRANSFERRED,
        QUEUED,
        CLOSED,
        /** The conversation ended without an event. */
        ENDED,
        OPEN;

        public String code() {
            return switch (this) {
                case TRANSFERRED -> "transferred";
                case QUEUED -> "queued";
                case CLOSED -> "closed";
                case ENDED -> "ended";
                case OPEN -> "open";
            };
        }
    }
}
