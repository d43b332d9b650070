package dev.threadline.jobs.walk;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import org.jspecify.annotations.Nullable;

/**
 * Notes when a bot spoke first, when it handed off, and until when the customer then waited for a human. The handoff is
 * the first event that hands over after a bot's message, else the first human message after one.
 */
final class HandoffWatch {

    @Nullable
    Long firstBotAt;

    boolean botAskedLast;
    /** The handoff came as an event while the conversation was open, so that the customer waits from it on. */
    boolean customerWaits;

    @Nullable
    Long humanOrCloseAt;

    private @Nullable Long eventAt;
    private @Nullable Long humanAfterBotAt;
    private boolean humanAfterEvent;

    void take(ThreadRecord record, Standing standing, boolean closes) {
        Message message = record.message();
        boolean human = message.isPublicFrom(Role.AGENT);
        if (message.isPublicFrom(Role.BOT)) {
            firstBotAt = firstBotAt == null ? Long.valueOf(message.sentAt()) : firstBotAt;
            botAskedLast = message.endsInQuestion();
        }
        if (human && firstBotAt != null && humanAfterBotAt == null) {
            humanAfterBotAt = message.sentAt();
        }
        if (standing.isHandedOff() && eventAt == null) {
            eventAt = message.sentAt();
            customerWaits = !standing.isClosed();
        }
        if (eventAt != null) {
            humanAfterEvent |= human || record.assignsHuman();
            boolean ends = human || closes;
            humanOrCloseAt = ends && humanOrCloseAt == null ? Long.valueOf(message.sentAt()) : humanOrCloseAt;
        }
    }

    @Nullable
    Long handoffAt() {
        return eventAt == null ? humanAfterBotAt : eventAt;
    }

    /** Whether a human was assigned or wrote at the handoff or after it. */
    boolean humanCame() {
        return eventAt == null ? humanAfterBotAt != null : humanAfterEvent;
    }
}
