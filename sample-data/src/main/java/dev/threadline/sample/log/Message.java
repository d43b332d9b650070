package dev.threadline.sample.log;

import org.jspecify.annotations.Nullable;

/**
 * One record of the canonical log.
 *
 * @param sequence the source's own order, or {@link #NONE}
 * @param revisedAtMs when the source last changed it, or {@link #NONE}
 */
public record Message(
        String threadId,
        String messageId,
        long sentAtMs,
        Role role,
        @Nullable String senderId,
        Kind kind,
        @Nullable Event event,
        @Nullable String assigneeId,
        String channel,
        @Nullable String team,
        String customerId,
        @Nullable String text,
        long sequence,
        long revisedAtMs) {

    /** No such number. */
    public static final long NONE = Long.MIN_VALUE;

    /** The same record with another time of sending. */
    public Message sentAt(long otherMs) {
        return new Message(
                threadId,
                messageId,
                otherMs,
                role,
                senderId,
                kind,
                event,
                assigneeId,
                channel,
                team,
                customerId,
                text,
                sequence,
                revisedAtMs);
    }

    /** The same record as the source shows it after a change of its text. */
    public Message revised(String newText, long atMs) {
        return new Message(
                threadId,
                messageId,
                sentAtMs,
                role,
                senderId,
                kind,
                event,
                assigneeId,
                channel,
                team,
                customerId,
                newText,
                sequence,
                atMs);
    }
}
