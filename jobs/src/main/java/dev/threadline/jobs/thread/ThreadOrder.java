package dev.threadline.jobs.thread;

import java.util.Comparator;
import java.util.Objects;

/**
 * The order of the records of a thread: by instant; at the same instant openings and ownership, then customer, bot,
 * human, system, then closes; then the source's own sequence (none first); then the message id.
 */
public final class ThreadOrder {

    public static final Comparator<Message> COMPARATOR = Comparator.comparingLong(Message::sentAt)
            .thenComparingInt(ThreadOrder::rank)
            .thenComparing(Message::sequence, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Message::messageId, Utf8Order.COMPARATOR);

    private ThreadOrder() {}

    private static int rank(Message message) {
        if (message.kind() == Kind.EVENT) {
            return Objects.requireNonNull(message.event()).closes() ? 5 : 0;
        }
        return switch (message.role()) {
            case CUSTOMER -> 1;
            case BOT -> 2;
            case AGENT -> 3;
            case SYSTEM -> 4;
        };
    }
}
