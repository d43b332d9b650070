package dev.threadline.jobs.customer;

import dev.threadline.jobs.conversation.Repeat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells for each conversation of one customer which came before it, and whether the customer came back soon. */
public final class Returns {

    private Returns() {}

    /**
     * Walks the conversations of one customer.
     *
     * @param ordered by start, source, thread and place
     * @return what is told of each, in the same order
     */
    public static List<Repeat> of(List<CustomerConversation> ordered) {
        List<Repeat> backward = new ArrayList<>(ordered.size());
        Long nextByCustomerAt = null;
        for (int i = ordered.size() - 1; i >= 0; i--) {
            CustomerConversation conversation = ordered.get(i);
            CustomerConversation previous = i == 0 ? null : ordered.get(i - 1);
            backward.add(new Repeat(
                    previous == null ? null : previous.conversationId(),
                    previous == null ? null : Long.valueOf(Math.max(0, conversation.startedAt() - previous.endedAt())),
                    cameBack(conversation, nextByCustomerAt)));
            if (conversation.startedByCustomer()) {
                nextByCustomerAt = conversation.startedAt();
            }
        }
        Collections.reverse(backward);
        return backward;
    }

    private static boolean cameBack(CustomerConversation conversation, @Nullable Long nextByCustomerAt) {
        return nextByCustomerAt != null
                && nextByCustomerAt - conversation.endedAt() < Repeat.COMES_BACK_WITHIN.toMillis();
    }
}
