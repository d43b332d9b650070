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

    Floor(Stage stage, CustomerSide customers, Closing closing) {
        this.stage = stage;
        this.dice = stage.dice;
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
        Task task = dialogue.task == null ? Task.WRAP_UP : dialogue.task;
        long startMs = stage.nowMs();
        int atOnce = agent.active();
        int messages = handling.messages(dialogue, task);
        long effortMs = handling.effortMs(agent, dialogue, task);
        for (int part = 1; part < messages; part++) {
            boolean first = part == 1;
            stage.agenda.in(effortMs * part / messages, () -> handling.says(agent, dialogue, first));
        }
        stage.agenda.in(effortMs, () -> {
            stage.truth.attention(
                    agent.id(), dialogue.id, dialogue.need.id(), startMs, stage.nowMs(), atOnce, task.purpose());
            dialogue.attentionMs += effortMs;
            dialogue.need.attend(effortMs);
            finish(agent, dialogue, task, messages > 1);
        });
    }

    private void finish(Agent agent, Dialogue dialogue, Task task, boolean begun) {
        boolean more = dialogue.task != null && dialogue.task != task;
        dialogue.task = null;
        agent.done(dialogue);
        handling.finish(agent, dialogue, task, begun);
        if (more && dialogue.owner == agent && dialogue.customerWaits()) {
            agent.put(dialogue, Task.REPLY, stage);
        }
        stage.release(dialogue);
        look(agent);
        dispatch(agent.desk());
    }
}
