package dev.threadline.jobs.reference;

import dev.threadline.jobs.conversation.ConversationDraft;
import dev.threadline.jobs.conversation.ConversationKey;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.customer.CustomerConversation;
import dev.threadline.jobs.customer.Returns;
import dev.threadline.jobs.thread.Utf8Order;
import dev.threadline.jobs.walk.WalkedConversation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The walks over all customers of a log. */
final class CustomersInMemory {

    private static final Comparator<WalkedConversation> ORDER = Comparator.comparingLong(
                    (WalkedConversation walked) -> walked.draft().lifecycle().startedAt())
            .thenComparing(walked -> walked.draft().key().source(), Utf8Order.COMPARATOR)
            .thenComparing(walked -> walked.draft().key().threadId(), Utf8Order.COMPARATOR)
            .thenComparing(WalkedConversation::place);

    private CustomersInMemory() {}

    /** Each conversation among those of its customer. */
    static Map<ConversationKey, Repeat> repeats(List<WalkedConversation> conversations) {
        Map<ConversationKey, Repeat> repeats = new HashMap<>();
        conversations.stream()
                .collect(Collectors.groupingBy(walked -> customer(walked.draft())))
                .values()
                .forEach(ofCustomer -> {
                    List<WalkedConversation> ordered =
                            ofCustomer.stream().sorted(ORDER).toList();
                    List<Repeat> found = Returns.of(
                            ordered.stream().map(CustomersInMemory::narrow).toList());
                    for (int i = 0; i < ordered.size(); i++) {
                        repeats.put(ordered.get(i).draft().key(), found.get(i));
                    }
                });
        return repeats;
    }

    /** A customer known only by the thread is not the customer of another source's thread of the same name. */
    private static List<String> customer(ConversationDraft draft) {
        boolean isKnown = !draft.customerId().equals(draft.key().threadId());
        return isKnown ? List.of(draft.customerId()) : List.of(draft.key().source(), draft.customerId());
    }

    private static CustomerConversation narrow(WalkedConversation walked) {
        ConversationDraft draft = walked.draft();
        return new CustomerConversation(
                draft.key().source(),
                draft.key().threadId(),
                draft.key().conversationId(),
                walked.place(),
                draft.lifecycle().startedAt(),
                draft.lifecycle().endedAt(),
                draft.lifecycle().startedByCustomer());
    }
}
