package dev.threadline.jobs.pipeline.fact;

import dev.threadline.jobs.attention.HandleTime;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.customer.CustomerConversation;
import dev.threadline.jobs.customer.Returns;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the ordered facts of one owner tell its threads. */
public final class Findings {

    private Findings() {}

    public static Stream<Finding> of(List<Fact> facts) {
        return switch (facts.get(0).owner()) {
            case AGENT -> ofAgent(facts);
            case CUSTOMER -> ofCustomer(facts);
            case QUEUE -> Stream.empty();
        };
    }

    private static Stream<Finding> ofAgent(List<Fact> facts) {
        HandleTime handleTime = new HandleTime();
        return facts.stream().filter(fact -> fact.type() == Fact.Type.MESSAGE).map(fact -> {
            long creditedFrom = handleTime.credit(fact.at(), fact.other()).startInclusive();
            return new Finding(fact.source(), fact.threadId(), fact.place(), creditedFrom, null);
        });
    }

    private static Stream<Finding> ofCustomer(List<Fact> facts) {
        List<Repeat> repeats =
                Returns.of(facts.stream().map(Findings::customerConversation).toList());
        return IntStream.range(0, facts.size()).mapToObj(i -> {
            Fact fact = facts.get(i);
            return new Finding(fact.source(), fact.threadId(), fact.place(), null, repeats.get(i));
        });
    }

    private static CustomerConversation customerConversation(Fact fact) {
        String id = Objects.requireNonNull(fact.label(), "a conversation has an id");
        return new CustomerConversation(
                fact.source(), fact.threadId(), id, fact.place(), fact.at(), fact.other(), fact.byCustomer());
    }
}
