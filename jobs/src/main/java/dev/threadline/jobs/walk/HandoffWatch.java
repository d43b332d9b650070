package dev.threadline.jobs.walk;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import org.jspecify.annotations.Nullable;

/** Notes when a bot spoke first, when it handed off, and until when the customer then waited for a human. */
final class HandoffWatch {

    @Nullable
    Long firstBotAt;

    @Nullable
    Long handoffAt;
    /** The handoff came as an event while the conversation was open, so that the customer waits from it on. */
    boolean customerWaits;

    @Nullable
    Long humanOrCloseAt;
    /** A human was assigned or wrote at the handoff or after it. */
    boolean humanCame;

    boolean botAskedLast;

    void take(ThreadRecord record, Standing standing, boolean closes) {
        Message message = record.message();
        boolean human = message.isPublicFrom(Role.AGENT);
        if (message.isPublicFrom(Role.BOT)) {
            firstBotAt = firstBotAt == null ? Long.valueOf(message.sentAt()) : firstBotAt;
            botAskedLast = message.endsInQuestion();
        }
        if (standing.isHandedOff() && handoffAt == null) {
            handoffAt = message.sentAt();
            customerWaits = !human && !standing.isClosed();
        }
        if (handoffAt != null) {
            humanCame |= human || record.assignsHuman();
            boolean ends = human || closes;
            humanOrCloseAt = ends && humanOrCloseAt == null ? Long.valueOf(message.sentAt()) : humanOrCloseAt;
        }
    }
}
