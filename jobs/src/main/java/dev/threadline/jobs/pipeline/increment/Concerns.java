package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.Telling;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import java.io.Serializable;
import java.util.List;

/**
 * Which conversations of walked threads a change concerns, so that all that is told of them has to be known, and which facts
 * of the others count together with what changed. Most conversations of a long history it does not concern.
 *
 * @param loads when agents' slices may change
 * @param replies when an agent's message may be credited otherwise
 * @param queues when queues' hours may change
 */
record Concerns(Windows loads, Windows replies, Windows queues) implements Serializable {

    static Concerns of(ChangedOwners owners) {
        return new Concerns(owners.loads(), owners.replies(), owners.queues());
    }

    /** Whether a conversation is not the same as before, or is told something else. */
    boolean isConcerned(List<Telling> conversation) {
        return conversation.stream()
                .anyMatch(telling ->
                        telling.differs() || isCreditedOtherwise(telling.fact().value()));
    }

    private boolean isCreditedOtherwise(Fact fact) {
        return fact.type() == Fact.Type.MESSAGE && replies.overlap(fact.ownerId(), fact.at(), fact.at() + 1);
    }

    /**
     * Whether a fact that stays, of a conversation that is not concerned, counts together with what changed.
     *
     * @param attention the time in which attention to messages of conversations that are concerned could start
     */
    boolean countsTogether(Fact fact, Windows attention) {
        return switch (fact.type()) {
            case MESSAGE -> attention.overlap(fact.ownerId(), fact.at(), fact.at() + 1);
            case ASSIGNED, ENGAGED, PENDING -> loads.overlap(fact.ownerId(), fact.at(), fact.other() + 1);
            case OPEN, WAITING -> queues.overlap(fact.ownerId(), fact.at(), fact.other() + 1);
            case CONVERSATION -> true;
        };
    }
}
