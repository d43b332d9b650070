package dev.threadline.jobs.walk;

import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.time.Duration;

/**
 * Where a conversation stands after each of its records: open or closed, and whether the customer waits. It is what
 * boundaries are decided on, and what a conversation's spells follow.
 */
final class Standing {

    /** What a record did to the conversation. */
    enum Change {
        NONE,
        CLOSED,
        REOPENED
    }

    private boolean closed;
    private long closedAt;
    private boolean turnWaits;
    private boolean botSpoke;
    private boolean handedOff;
    private boolean humanSinceHandoff;

    Standing copy() {
        Standing copy = new Standing();
        copy.closed = closed;
        copy.closedAt = closedAt;
        copy.turnWaits = turnWaits;
        copy.botSpoke = botSpoke;
        copy.handedOff = handedOff;
        copy.humanSinceHandoff = humanSinceHandoff;
        return copy;
    }

    /**
     * Takes the next record of the conversation.
     *
     * @param reopenWindow how long after a close the conversation can be reopened
     */
    Change apply(ThreadRecord record, Duration reopenWindow) {
        Change change = changeBy(record, reopenWindow);
        takeHandoff(record);
        if (!closed) {
            takeTurn(record);
        }
        return change;
    }

    boolean isClosed() {
        return closed;
    }

    /** When the close that counts came; meaningful while closed. */
    long closedAt() {
        return closedAt;
    }

    /** Whether an event handed over from the bot. */
    boolean isHandedOff() {
        return handedOff;
    }

    /** An unanswered turn, or a handoff and no human message since. */
    boolean customerWaits() {
        return turnWaits || (handedOff && !humanSinceHandoff);
    }

    private Change changeBy(ThreadRecord record, Duration reopenWindow) {
        Message message = record.message();
        if (message.event() != null && message.event().closes()) {
            if (closed) {
                return Change.NONE;
            }
            closed = true;
            closedAt = message.sentAt();
            turnWaits = false;
            return Change.CLOSED;
        }
        boolean asks = message.isPublicFrom(Role.CUSTOMER) && !record.acknowledgement();
        boolean inWindow = message.sentAt() - closedAt < reopenWindow.toMillis();
        if (closed && inWindow && (asks || message.is(Event.REOPENED))) {
            closed = false;
            return Change.REOPENED;
        }
        return Change.NONE;
    }

    /** Only an event hands off for all to see; a human's message does so in hindsight, and nobody waits for it. */
    private void takeHandoff(ThreadRecord record) {
        Message message = record.message();
        handedOff |= botSpoke && (message.is(Event.QUEUED) || record.assignsHuman());
        humanSinceHandoff |= handedOff && message.isPublicFrom(Role.AGENT);
        botSpoke |= message.isPublicFrom(Role.BOT);
    }

    private void takeTurn(ThreadRecord record) {
        if (record.message().isReply()) {
            turnWaits = false;
        } else if (record.message().isPublicFrom(Role.CUSTOMER) && !record.acknowledgement()) {
            turnWaits = true;
        }
    }
}
