package dev.threadline.jobs.walk;

import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which conversation a record that is no activity belongs to: that of the activity before it, after it, or none. */
enum Attachment {
    BACKWARD,
    FORWARD,
    NONE;

    /**
     * Decides for one record.
     *
     * @param previous the activity before it, if any
     * @param next the activity after it, if any
     * @param boundary whether a conversation ends between the two
     * @param silence the timer of the record's channel, none if switched off: a bot that speaks later than that after the
     *     last activity speaks to nobody
     */
    static Attachment of(
            Message message,
            @Nullable Message previous,
            @Nullable Message next,
            boolean boundary,
            @Nullable Duration silence) {
        if (message.kind() == Kind.CAMPAIGN) {
            return next != null && next.answers(message) ? FORWARD : NONE;
        }
        if (message.is(Event.OPENED) || message.is(Event.REOPENED)) {
            return next == null ? NONE : FORWARD;
        }
        boolean closes = message.event() != null && message.event().closes();
        if (closes || message.kind() == Kind.AUTO) {
            return previous == null ? NONE : BACKWARD;
        }
        if (previous != null && next != null && !boundary) {
            return BACKWARD;
        }
        return nearer(message, previous, next, silence);
    }

    private static Attachment nearer(
            Message message, @Nullable Message previous, @Nullable Message next, @Nullable Duration silence) {
        boolean forward = next != null
                && (previous == null || next.sentAt() - message.sentAt() < message.sentAt() - previous.sentAt());
        if (forward) {
            return FORWARD;
        }
        if (previous == null) {
            return NONE;
        }
        boolean late = silence != null && message.sentAt() - previous.sentAt() >= silence.toMillis();
        return late && message.isPublicFrom(Role.BOT) ? NONE : BACKWARD;
    }
}
