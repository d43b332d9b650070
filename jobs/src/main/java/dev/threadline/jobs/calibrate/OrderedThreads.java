package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.ThreadOrder;
import dev.threadline.jobs.thread.Utf8Order;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Threads in one order, however they come: sums of fractions depend on it in their last digits. */
final class OrderedThreads {

    private static final Comparator<List<Message>> BY_ID = Comparator.comparing(
                    (List<Message> thread) -> thread.get(0).source(), Utf8Order.COMPARATOR)
            .thenComparing(thread -> thread.get(0).threadId(), Utf8Order.COMPARATOR);

    private OrderedThreads() {}

    static List<List<Message>> of(Collection<List<Message>> threads) {
        return threads.stream()
                .sorted(BY_ID)
                .map(thread -> thread.stream().sorted(ThreadOrder.COMPARATOR).toList())
                .toList();
    }
}
