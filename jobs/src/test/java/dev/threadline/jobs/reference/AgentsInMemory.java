package dev.threadline.jobs.reference;

import dev.threadline.jobs.attention.HandleTime;
import dev.threadline.jobs.attention.HumanMessage;
import dev.threadline.jobs.conversation.ConversationKey;
import dev.threadline.jobs.load.AgentLoad;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.stint.StintWork;
import dev.threadline.jobs.thread.Utf8Order;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.walk.WalkedConversation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The walks over all agents of a log: the attention credited to each message, and what each agent carried. */
final class AgentsInMemory {

    /** A human message and the conversation it is part of. */
    private record Written(
            HumanMessage message,
            ConversationKey key,
            @Nullable String team) {

        static Stream<Written> in(WalkedConversation walked) {
            return walked.humanMessages().stream()
                    .map(message -> new Written(
                            message, walked.draft().key(), walked.draft().team()));
        }
    }

    private static final Comparator<Written> AGENT_ORDER = Comparator.comparingLong(
                    (Written written) -> written.message().sentAt())
            .thenComparing(written -> written.key().source(), Utf8Order.COMPARATOR)
            .thenComparing(written -> written.key().threadId(), Utf8Order.COMPARATOR)
            .thenComparing(written -> written.message().place());

    private final Map<ConversationKey, Map<Integer, Long>> creditedFrom = new HashMap<>();
    private final Map<String, AgentLoad> loads = new TreeMap<>();

    AgentsInMemory(List<WalkedConversation> conversations) {
        Map<String, HandleTime> handleTimes = new HashMap<>();
        conversations.stream().flatMap(Written::in).sorted(AGENT_ORDER).forEach(written -> {
            HumanMessage message = written.message();
            Span credit = handleTimes
                    .computeIfAbsent(message.agentId(), agent -> new HandleTime())
                    .credit(message.sentAt(), message.creditFrom());
            creditedFrom
                    .computeIfAbsent(written.key(), key -> new HashMap<>())
                    .put(message.place(), credit.startInclusive());
            load(message.agentId()).wrote(message.sentAt(), credit, written.team());
        });
        conversations.forEach(this::carry);
    }

    /** For the place of a human message of the conversation, when the attention credited to it starts. */
    IntToLongFunction creditedFrom(WalkedConversation walked) {
        Map<Integer, Long> ofConversation =
                creditedFrom.getOrDefault(walked.draft().key(), Map.of());
        return place -> Objects.requireNonNull(ofConversation.get(place));
    }

    Stream<SliceLoad> slices() {
        return loads.values().stream().flatMap(load -> load.slices().stream());
    }

    private void carry(WalkedConversation walked) {
        for (StintWork work : walked.stints()) {
            AgentLoad load = load(work.stint().agentId());
            load.assigned(work.stint().span(), walked.draft().team());
            work.engaged().forEach(load::engaged);
            work.pending().forEach(load::pending);
        }
    }

    private AgentLoad load(String agentId) {
        return loads.computeIfAbsent(agentId, AgentLoad::new);
    }
}
