package dev.threadline.jobs.pipeline.fact;

import dev.threadline.jobs.attention.HumanMessage;
import dev.threadline.jobs.conversation.ConversationDraft;
import dev.threadline.jobs.conversation.ConversationKey;
import dev.threadline.jobs.stint.StintWork;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.walk.WalkedConversation;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a walked thread tells about its agents, its customer and its queue. */
public final class Facts {

    private Facts() {}

    public static Stream<Fact> of(WalkedThread thread) {
        return thread.conversations().stream().flatMap(walked -> of(walked).stream());
    }

    /** What one conversation tells. */
    public static List<Fact> of(WalkedConversation walked) {
        ConversationDraft draft = walked.draft();
        List<Fact> facts = new ArrayList<>();
        facts.add(conversation(walked));
        for (HumanMessage message : walked.humanMessages()) {
            facts.add(message(message, draft.key()));
        }
        for (StintWork work : walked.stints()) {
            String agent = work.stint().agentId();
            facts.add(span(
                    Fact.Owner.AGENT, agent, Fact.Type.ASSIGNED, work.stint().span(), draft.team()));
            work.engaged()
                    .forEach(span -> facts.add(span(Fact.Owner.AGENT, agent, Fact.Type.ENGAGED, span, draft.team())));
            work.pending()
                    .forEach(span -> facts.add(span(Fact.Owner.AGENT, agent, Fact.Type.PENDING, span, draft.team())));
        }
        String queue = QueueName.of(draft.channel(), draft.team());
        walked.openSpans()
                .forEach(span -> facts.add(span(Fact.Owner.QUEUE, queue, Fact.Type.OPEN, span, draft.team())));
        walked.waits().forEach(span -> facts.add(span(Fact.Owner.QUEUE, queue, Fact.Type.WAITING, span, draft.team())));
        return facts;
    }

    private static Fact message(HumanMessage message, ConversationKey key) {
        return new Fact(
                Fact.Owner.AGENT,
                message.agentId(),
                message.sentAt(),
                key.source(),
                key.threadId(),
                message.place(),
                Fact.Type.MESSAGE,
                message.creditFrom(),
                null,
                false);
    }

    private static Fact conversation(WalkedConversation walked) {
        ConversationDraft draft = walked.draft();
        ConversationKey key = draft.key();
        return new Fact(
                Fact.Owner.CUSTOMER,
                customer(draft),
                draft.lifecycle().startedAt(),
                key.source(),
                key.threadId(),
                walked.place(),
                Fact.Type.CONVERSATION,
                draft.lifecycle().endedAt(),
                key.conversationId(),
                draft.lifecycle().startedByCustomer());
    }

    /** A customer known only by the thread is not the customer of another source's thread of the same name. */
    private static String customer(ConversationDraft draft) {
        boolean known = !draft.customerId().equals(draft.key().threadId());
        return known ? draft.customerId() : draft.key().source() + '\0' + draft.customerId();
    }

    private static Fact span(Fact.Owner owner, String ownerId, Fact.Type type, Span span, @Nullable String team) {
        return new Fact(owner, ownerId, span.startInclusive(), "", "", 0, type, span.endExclusive(), team, false);
    }
}
