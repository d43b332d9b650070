package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.log.Message;
import dev.threadline.sample.operation.Scenario;
import dev.threadline.sample.truth.ConversationTruth;
import dev.threadline.sample.truth.Truth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all actors share, and the conversations that are going on. Only those are remembered: one that nobody will touch
 * again is written to the truth and forgotten, so memory does not grow with the length of the log.
 */
final class Stage {

    final Scenario scenario;
    final Agenda agenda;
    final Dice dice;
    final Scribe scribe;
    final Truth truth;

    /** By thread; only looked up, its order never matters. */
    private final Map<String, Dialogue> live = new HashMap<>();

    private long dialogues;
    private long needs;

    Stage(Scenario scenario, Agenda agenda, Dice dice, Scribe scribe, Truth truth) {
        this.scenario = scenario;
        this.agenda = agenda;
        this.dice = dice;
        this.scribe = scribe;
        this.truth = truth;
    }

    long nowMs() {
        return agenda.nowMs();
    }

    long dialogues() {
        return dialogues;
    }

    String nextDialogueId() {
        return "k" + ++dialogues;
    }

    long nextNeedNumber() {
        return ++needs;
    }

    @Nullable
    Dialogue on(String threadId) {
        return live.get(threadId);
    }

    void begin(Dialogue dialogue) {
        live.put(dialogue.threadId, dialogue);
    }

    /** Plans an act of a conversation; it does not take place if the conversation is settled before. */
    void later(Dialogue dialogue, long delayMs, Runnable act) {
        hold(dialogue);
        agenda.in(delayMs, () -> {
            if (!dialogue.settled) {
                act.run();
            }
            release(dialogue);
        });
    }

    /** Someone has still something to do with it. */
    void hold(Dialogue dialogue) {
        dialogue.holds++;
    }

    /** Someone is done with it; the last one settles it. */
    void release(Dialogue dialogue) {
        dialogue.holds--;
        if (dialogue.holds == 0) {
            settle(dialogue);
        }
    }

    /** Writes down what became of a conversation and forgets it. */
    void settle(Dialogue dialogue) {
        if (dialogue.settled) {
            return;
        }
        dialogue.settled = true;
        Agent owner = dialogue.owner;
        if (owner != null) {
            owner.letGo(dialogue, this);
        }
        live.remove(dialogue.threadId, dialogue);
        record(dialogue, outcome(dialogue, false));
    }

    /** Writes down the conversations that the end of the log cuts off. */
    void end() {
        live.values().stream()
                .sorted(Comparator.comparingLong((Dialogue dialogue) -> Long.parseLong(dialogue.id.substring(1))))
                .forEach(dialogue -> record(dialogue, outcome(dialogue, true)));
    }

    private static String outcome(Dialogue dialogue, boolean cutOff) {
        if (dialogue.twinOf != null && dialogue.closed) {
            return "merged";
        }
        if (!dialogue.customerEverWrote) {
            return "outreach";
        }
        if (dialogue.abandonedAtMs != Message.NONE) {
            return "abandoned";
        }
        if (dialogue.need.isResolved() && !dialogue.customerWaits()) {
            return dialogue.answeredByHuman ? "resolved" : "bot";
        }
        return cutOff && !dialogue.left ? "open" : "unresolved";
    }

    private void record(Dialogue dialogue, String outcome) {
        Dialogue twin = dialogue.twinOf;
        truth.conversation(new ConversationTruth(
                dialogue.id,
                dialogue.threadId,
                dialogue.customer.id(),
                dialogue.channel.id(),
                dialogue.firstTeam,
                dialogue.customer.language().code(),
                dialogue.needs.get(0).topic().id(),
                dialogue.initiatedBy,
                outcome,
                dialogue.startedAtMs,
                outcome.equals("open") ? Message.NONE : dialogue.lastPublicAtMs,
                dialogue.need.resolvedAtMs(),
                dialogue.abandonedAtMs,
                dialogue.leftSilently,
                dialogue.needs.size(),
                dialogue.messages,
                dialogue.reopens,
                dialogue.returns,
                dialogue.transfers,
                dialogue.authors.size(),
                dialogue.attentionMs,
                dialogue.repeats,
                twin != null && outcome.equals("merged") ? twin.id : null));
        for (Need need : dialogue.needs) {
            truth.need(
                    need.id(),
                    dialogue.id,
                    need.topic().id(),
                    need.raisedAtMs(),
                    need.resolvedAtMs(),
                    need.exchanges(),
                    need.attentionMs());
        }
    }
}
