package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.increment.stated.Stated;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose agents' and queues' numbers may change, and when: where a fact about them came, went or ends elsewhere. Adding is
 * associative.
 */
final class ChangedOwners implements Serializable {

    private static final long serialVersionUID = 1;
    private static final long HOUR_MS = 60 * 60 * 1000L;

    private final Windows loads = new Windows();
    private final Windows engagements = new Windows();
    private final Windows replies = new Windows();
    private final Windows queues = new Windows();
    private final long attentionCapMs;

    ChangedOwners(long attentionCapMs) {
        this.attentionCapMs = attentionCapMs;
    }

    /** Notes what changed in one thread, by all facts that it tells and told. */
    void add(List<Stated<Fact>> facts) {
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
        loads.plus(other.loads);
        engagements.plus(other.engagements);
        replies.plus(other.replies);
        queues.plus(other.queues);
        return this;
    }

    /** When agents' slices may change. */
    Windows loads() {
        return loads.inWhole(SliceLoad.SLICE_MS);
    }

    /** The slices in which an agent's live conversations changed: how many at once, all of them tell together. */
    Windows engagements() {
        return engagements.inWhole(SliceLoad.SLICE_MS);
    }

    /** When an agent's message may be credited otherwise, as another one before it came or went. */
    Windows replies() {
        return replies.inWhole(1);
    }

    /** When queues' hours may change. */
    Windows queues() {
        return queues.inWhole(HOUR_MS);
    }

    private void addWhole(Fact fact) {
        add(fact, fact.at(), fact.other());
    }

    /** A span that only ends elsewhere changes nothing before the earlier end. */
    private void addDifference(Fact before, Fact after) {
        add(after, Math.min(before.other(), after.other()), Math.max(before.other(), after.other()));
    }

    private void add(Fact fact, long startInclusive, long endExclusive) {
        String owner = fact.ownerId();
        switch (fact.type()) {
            case MESSAGE -> {
                // Its credit, and that of the agent's next message, lie within the attention cap around it.
                loads.add(owner, fact.at() - attentionCapMs, fact.at() + attentionCapMs + 1);
                replies.add(owner, fact.at(), fact.at() + attentionCapMs + 1);
            }
            // A stint gives its team to the slice that it ends in too, be it at the very edge.
            case ASSIGNED -> loads.add(owner, startInclusive, endExclusive + 1);
            case ENGAGED -> {
                loads.add(owner, startInclusive, endExclusive);
                engagements.add(owner, startInclusive, endExclusive);
            }
            case PENDING -> loads.add(owner, startInclusive, endExclusive);
            case OPEN, WAITING -> queues.add(owner, startInclusive, endExclusive);
            case CONVERSATION -> {
                // What a customer's conversations tell of each other knows no window.
            }
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
