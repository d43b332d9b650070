package dev.threadline.jobs.thread;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One record of a thread as the core needs it: a message or a lifecycle event, without its text.
 *
 * @param sentAt epoch milliseconds, UTC
 * @param event set exactly when {@code kind} is {@link Kind#EVENT}
 * @param sequence the source's own order; none sorts first
 * @param acknowledgementText the text alone could be an acknowledgement; whether it is one depends on what it follows
 * @param endsInQuestion the text ends in a question mark
 * @param cues the bits of {@link dev.threadline.ingestion.text.Cue}; 0 without text
 * @param textLength in characters; 0 without text
 */
public record Message(
        String source,
        String threadId,
        String messageId,
        long sentAt,
        Role role,
        @Nullable String senderId,
        Kind kind,
        @Nullable Event event,
        @Nullable String assigneeId,
        String channel,
        @Nullable String team,
        String customerId,
        @Nullable Long sequence,
        boolean acknowledgementText,
        boolean endsInQuestion,
        int cues,
        int textLength) {

    private static final Duration CAMPAIGN_ANSWERED_WITHIN = Duration.ofDays(3);

    public Message {
        if ((kind == Kind.EVENT) != (event != null)) {
            throw new IllegalArgumentException("record " + messageId + " of thread " + threadId + " has kind " + kind
                    + " and event " + event + "; an event has kind EVENT and nothing else has");
        }
    }

    /** Seen by the customer: a message of anyone, bots and system included. */
    public boolean isPublic() {
        return kind == Kind.MESSAGE;
    }

    public boolean isPublicFrom(Role sender) {
        return kind == Kind.MESSAGE && role == sender;
    }

    /** A public message of a customer or a human: what conversations are made of. */
    public boolean isActivity() {
        return kind == Kind.MESSAGE && (role == Role.CUSTOMER || role == Role.AGENT);
    }

    /** A public message of the business's side that answers a customer: of a human or a bot. */
    public boolean isReply() {
        return kind == Kind.MESSAGE && (role == Role.AGENT || role == Role.BOT);
    }

    /** Whether it comes so soon after a campaign that it answers it. */
    public boolean answers(Message campaign) {
        return sentAt - campaign.sentAt < CAMPAIGN_ANSWERED_WITHIN.toMillis();
    }

    public boolean is(Event sought) {
        return event == sought;
    }
}
