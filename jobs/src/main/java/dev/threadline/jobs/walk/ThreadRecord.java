package dev.threadline.jobs.walk;

import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Message;

/**
 * A record in its thread, with what only the thread tells of it.
 *
 * @param place in the thread's order, from 1
 * @param acknowledgement a customer's message that is a mere thanks
 * @param assigneeIsBot the assignee wrote as a bot in this thread
 */
record ThreadRecord(int place, Message message, boolean acknowledgement, boolean assigneeIsBot) {

    boolean assignsHuman() {
        return message.is(Event.ASSIGNED) && !assigneeIsBot;
    }
}
