package dev.threadline.jobs.boundary;

import dev.threadline.jobs.thread.Message;
import java.util.List;

/**
 * A gap between two consecutive activities of a thread, offered to a policy for a decision.
 *
 * @param thread all records of the thread in order, so that a policy may look around
 * @param previous place in {@code thread} of the earlier activity
 * @param next place of the later one; {@code next > previous}
 * @param customerWaits the customer has an unanswered turn, or was handed off and no human wrote since
 */
public record Gap(List<Message> thread, int previous, int next, boolean customerWaits) {

    public Message earlier() {
        return thread.get(previous);
    }

    public Message later() {
        return thread.get(next);
    }

    public long millis() {
        return later().sentAt() - earlier().sentAt();
    }
}
