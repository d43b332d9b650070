package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.log.Event;
import java.util.List;

/** The room where agents work: who gets which conversation, and who works on what. */
final class Floor {

    private static final double STAYS_OVERNIGHT = 0.6;

    private final Stage stage;
    private final Dice dice;
    private final Handling handling;
    private final Effort effort;

    Floor(Stage stage, CustomerSide customers, Closing closing) {
        this.stage = stage;
        this.dice = stage.dice;
        this.effort = new Effort(stage.agenda, dice, stage.scenario.effects());
        this.handling = new Handling(stage, customers, closing, this);
    }

    /** Gives waiting conversations to agents with room, as long as there are both. */
    void dispatch(Desk desk) {
        for (Dialogue head = desk.head(stage); head != null; head = desk.head(stage)) {
            Agent agent = desk.available(head);
            if (agent == null) {
                return;
            }
            stage.hold(head);
            desk.take(head, stage);
            assign(head, agent);
            stage.release(head);
        }
    }

    /** Makes an agent the owner, who sees to it as soon as possible. */
    void assign(Dialogue dialogue, Agent agent) {
        stage.scribe.assigned(dialogue, agent);
        agent.take(dialogue, stage);
        if (dialogue.customerWaits() || !dialogue.need.isResolved()) {
            agent.put(dialogue, Task.REPLY, stage);
        }
        look(agent);
    }

    /** Puts work before the owner. */
    void put(Dialogue dialogue, Agent owner, Task task) {
        owner.wake(dialogue, stage);
        owner.put(dialogue, task, stage);
        look(owner);
    }

    /** Takes it from its owner, back to the team. */
    void queue(Dialogue dialogue) {
        Agent owner = dialogue.owner;
        stage.hold(dialogue);
        if (owner != null) {
            owner.letGo(dialogue, stage);
        }
        stage.scribe.event(dialogue, Event.QUEUED);
        dialogue.desk.enqueue(dialogue, stage);
        stage.release(dialogue);
        dispatch(dialogue.desk);
    }

    /** A shift or its second half begins. */
    void arrive(Agent agent) {
        agent.arrive();
        look(agent);
        dispatch(agent.desk());
    }

    /** A shift ends: live chats and some of the rest go back to the team. */
    void leave(Agent agent) {
        agent.pause();
        for (Dialogue dialogue : List.copyOf(agent.inbox())) {
            if (dialogue.channel.isLive() || !dice.chance(STAYS_OVERNIGHT)) {
                queue(dialogue);
            }
        }
    }

    private void look(Agent agent) {
        Dialogue dialogue = agent.next();
        if (dialogue == null) {
            return;
        }
        Work work = effort.plan(agent, dialogue);
        for (int part = 1; part < work.messages(); part++) {
            boolean first = part == 1;
            stage.agenda.in(work.effortMs() * part / work.messages(), () -> handling.says(work, first));
        }
        stage.agenda.in(work.effortMs(), () -> finish(work));
    }

    private void finish(Work work) {
        Agent agent = work.agent();
        Dialogue dialogue = work.dialogue();
        note(work);
        boolean more = dialogue.task != null && dialogue.task != work.task();
        dialogue.task = null;
        agent.done(dialogue);
        handling.finish(work);
        if (more && dialogue.owner == agent && dialogue.customerWaits()) {
            agent.put(dialogue, Task.REPLY, stage);
        }
        stage.release(dialogue);
        look(agent);
        dispatch(agent.desk());
    }

    private void note(Work work) {
        Dialogue dialogue = work.dialogue();
        stage.truth.attention(
                work.agent().id(),
                dialogue.id,
                dialogue.need.id(),
                work.startMs(),
                stage.nowMs(),
                work.atOnce(),
                work.task().purpose());
        dialogue.attentionMs += work.effortMs();
        dialogue.need.attend(work.effortMs());
    }
}
