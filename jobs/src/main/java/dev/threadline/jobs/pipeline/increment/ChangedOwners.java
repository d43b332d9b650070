package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.pipeline.Fact;
import dev.threadline.jobs.pipeline.Facts;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose agents', queues' and customers' numbers may change, and when: where a fact about them came, went or ends elsewhere.
 * Adding is associative.
 */
final class ChangedOwners implements Serializable {

    private static final long serialVersionUID = 1;
    private static final long HOUR_MS = 60 * 60 * 1000L;

    private final Windows agents = new Windows();
    private final Windows queues = new Windows();
    private final Set<String> customers = new HashSet<>();
    private final long attentionCapMs;

    ChangedOwners(long attentionCapMs) {
        this.attentionCapMs = attentionCapMs;
    }

    /** Notes what changed in one thread. */
    void add(ThreadChange thread) {
        add(thread.facts());
        // Its row is written anew, and names the customer's conversation before it.
        Facts.customers(thread.changedAfter()).forEach(customers::add);
    }

    private void add(List<Stated<Fact>> facts) {
        Map<Fact, Deque<Fact>> gone = new HashMap<>();
        for (Stated<Fact> fact : facts) {
            if (fact.state() == State.BEFORE) {
                gone.computeIfAbsent(withoutEnd(fact.value()), unseen -> new ArrayDeque<>())
                        .add(fact.value());
            }
        }
        for (Stated<Fact> fact : facts) {
            if (fact.state() == State.AFTER) {
                Deque<Fact> earlier = gone.get(withoutEnd(fact.value()));
                if (earlier == null || earlier.isEmpty()) {
                    addWhole(fact.value());
                } else {
                    addDifference(earlier.remove(), fact.value());
                }
            }
        }
        gone.values().forEach(left -> left.forEach(this::addWhole));
    }

    ChangedOwners plus(ChangedOwners other) {
        agents.plus(other.agents);
        queues.plus(other.queues);
        customers.addAll(other.customers);
        return this;
    }

    /** When agents' slices may change. */
    Windows agents() {
        return agents.inWhole(SliceLoad.SLICE_MS);
    }

    /** When queues' hours may change. */
    Windows queues() {
        return queues.inWhole(HOUR_MS);
    }

    /** Those with a conversation that came, went or differs. */
    Set<String> customers() {
        return customers;
    }

    private void addWhole(Fact fact) {
        add(fact, fact.at(), fact.other());
    }

    /** A span that only ends elsewhere changes nothing before the earlier end. */
    private void addDifference(Fact before, Fact after) {
        add(after, Math.min(before.other(), after.other()), Math.max(before.other(), after.other()));
    }

    private void add(Fact fact, long startInclusive, long endExclusive) {
        switch (fact.type()) {
            // A message's credit, and that of the agent's next one, lie within the attention cap around it.
            case MESSAGE -> agents.add(fact.ownerId(), fact.at() - attentionCapMs, fact.at() + attentionCapMs + 1);
            case ASSIGNED, ENGAGED, PENDING -> agents.add(fact.ownerId(), startInclusive, endExclusive);
            case OPEN, WAITING -> queues.add(fact.ownerId(), startInclusive, endExclusive);
            case CONVERSATION -> customers.add(fact.ownerId());
        }
    }

    private static Fact withoutEnd(Fact fact) {
        return new Fact(
                fact.owner(),
                fact.ownerId(),
                fact.at(),
                fact.source(),
                fact.threadId(),
                fact.place(),
                fact.type(),
                0,
                fact.label(),
                fact.byCustomer());
    }
}
