package dev.threadline.jobs.gold;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.ThreadOrder;
import dev.threadline.jobs.thread.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A thread whose conversations are known.
 *
 * @param records all of them, in the thread's order
 * @param labels the true conversation by message
 * @param gold the true conversations of the activities that have a label, in the thread's order
 */
public record LabelledThread(List<Message> records, Map<String, String> labels, Segmentation gold) {

    /**
     * Joins threads with their labels; the result does not depend on any order of the input.
     *
     * @param threads the records of each
     * @return those threads with a label, by source and id
     */
    public static List<LabelledThread> join(Collection<List<Message>> threads, GoldLabels labels) {
        return threads.stream()
                .map(thread -> of(thread, labels))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(LabelledThread::source, Utf8Order.COMPARATOR)
                        .thenComparing(LabelledThread::threadId, Utf8Order.COMPARATOR))
                .toList();
    }

    /** The thread with its labels; none where no activity has one. */
    private static Optional<LabelledThread> of(List<Message> thread, GoldLabels labels) {
        List<Message> records = thread.stream().sorted(ThreadOrder.COMPARATOR).toList();
        Message any = records.get(0);
        Map<String, String> ours = labels.of(any.source(), any.threadId());
        List<String> conversations = new ArrayList<>();
        for (Message message : records) {
            if (isLabelled(message, ours)) {
                conversations.add(Objects.requireNonNull(ours.get(message.messageId())));
            }
        }
        return conversations.isEmpty()
                ? Optional.empty()
                : Optional.of(new LabelledThread(records, ours, Segmentation.ofLabels(conversations)));
    }

    /** When its last record was sent, epoch milliseconds. */
    public long lastSentAt() {
        return records.get(records.size() - 1).sentAt();
    }

    public String source() {
        return records.get(0).source();
    }

    public String threadId() {
        return records.get(0).threadId();
    }

    /** Whether the record is one of those that {@link #gold} cuts. */
    public boolean isLabelled(Message message) {
        return isLabelled(message, labels);
    }

    private static boolean isLabelled(Message message, Map<String, String> labels) {
        return message.isActivity() && labels.containsKey(message.messageId());
    }
}
