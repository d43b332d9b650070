package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.log.Event;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Effects;

/** What comes of an agent's attention: a question, a promise, an answer, a transfer, a note. */
final class Handling {

    private static final long SECOND_MS = 1_000;
    private static final long HOUR_MS = 3_600_000;
    private static final double BACK_TO_QUEUE = 0.02;
    private static final double PROMISES = 0.07;
    private static final double NOTES = 0.08;

    private final Stage stage;
    private final Dice dice;
    private final CustomerSide customers;
    private final Closing closing;
    private final Floor floor;
    private final Effects effects;

    Handling(Stage stage, CustomerSide customers, Closing closing, Floor floor) {
        this.stage = stage;
        this.dice = stage.dice;
        this.customers = customers;
        this.closing = closing;
        this.floor = floor;
        this.effects = stage.scenario.effects();
    }

    /** One more message on the way to the answer. */
    void says(Work work, boolean first) {
        if (isStillTheirs(work)) {
            Line line = first && work.fresh() ? Line.AGENT_GREETING : Line.CHECKING;
            stage.scribe.agent(work.dialogue(), work.agent(), line);
        }
    }

    private static boolean isStillTheirs(Work work) {
        Dialogue dialogue = work.dialogue();
        return !dialogue.closed && !dialogue.settled && dialogue.owner == work.agent();
    }

    /** The attention is spent: what comes of it. */
    void finish(Work work) {
        Dialogue dialogue = work.dialogue();
        if (!isStillTheirs(work)) {
            return;
        }
        if (dialogue.twinOf != null) {
            stage.scribe.eventBy(dialogue, Event.MERGED, work.agent());
            closing.closed(dialogue);
        } else if (dialogue.left && !dialogue.leftSilently) {
            closing.close(dialogue, work.agent());
        } else {
            act(work);
            restLater(dialogue, work.agent());
        }
    }

    private void act(Work work) {
        switch (work.task()) {
            case REPLY -> reply(work);
            case FOLLOW_UP -> followUp(work.agent(), work.dialogue());
            case GOODBYE -> stage.scribe.agent(work.dialogue(), work.agent(), Line.WELCOME);
            case WRAP_UP -> stage.scribe.note(work.dialogue(), work.agent());
        }
    }

    private void reply(Work work) {
        Agent agent = work.agent();
        Dialogue dialogue = work.dialogue();
        if (work.fresh() && dice.chance(BACK_TO_QUEUE)) {
            floor.queue(dialogue);
        } else if (work.fresh() && dialogue.transfers == 0 && dice.chance(effects.transfers())) {
            transfer(agent, dialogue);
        } else {
            if (dice.chance(NOTES)) {
                stage.scribe.note(dialogue, agent);
            }
            goOn(agent, dialogue, opening(work));
        }
    }

    private void goOn(Agent agent, Dialogue dialogue, Line opening) {
        if (dialogue.need.isRipe()) {
            answer(agent, dialogue, opening);
        } else if (dice.chance(PROMISES)) {
            promise(agent, dialogue, opening);
        } else {
            dialogue.need.advance();
            speak(agent, dialogue, opening, dice.chance(0.6) ? Line.ASK : Line.INSTRUCTION);
            closing.watch(dialogue);
            customers.hears(dialogue, Said.QUESTION);
        }
    }

    private static Line opening(Work work) {
        boolean greets = work.dialogue().channel == Channel.EMAIL || (work.fresh() && !work.isBegun());
        return greets ? Line.AGENT_GREETING : Line.NOTHING;
    }

    private void answer(Agent agent, Dialogue dialogue, Line opening) {
        dialogue.need.advance();
        if (dialogue.channel != Channel.EMAIL && dice.chance(0.25)) {
            stage.scribe.agent(dialogue, agent, opening, Line.ANSWER, Line.ANYTHING_ELSE);
        } else {
            speak(agent, dialogue, opening, Line.ANSWER);
        }
        dialogue.need.resolve(stage.nowMs());
        closing.answered(dialogue);
        customers.hears(dialogue, Said.ANSWER);
        if (dice.chance(NOTES)) {
            stage.later(dialogue, 5 * SECOND_MS, () -> wrapUp(dialogue, agent));
        }
    }

    private void wrapUp(Dialogue dialogue, Agent agent) {
        if (dialogue.owner == agent && !dialogue.closed) {
            floor.put(dialogue, agent, Task.WRAP_UP);
        }
    }

    private void promise(Agent agent, Dialogue dialogue, Line opening) {
        speak(agent, dialogue, opening, Line.HOLD);
        dialogue.owed = true;
        double medianMs = dialogue.channel.isLive() ? 0.04 * HOUR_MS : (dice.chance(0.3) ? 60.0 : 5.0) * HOUR_MS;
        long delayMs = (long) dice.lognormal(medianMs, 0.8);
        stage.later(dialogue, delayMs, () -> keepPromise(dialogue));
        customers.hears(dialogue, Said.HOLD);
    }

    private void keepPromise(Dialogue dialogue) {
        Agent owner = dialogue.owner;
        if (dialogue.closed || owner == null) {
            dialogue.owed = false;
        } else {
            floor.put(dialogue, owner, Task.FOLLOW_UP);
        }
    }

    private void followUp(Agent agent, Dialogue dialogue) {
        dialogue.owed = false;
        answer(agent, dialogue, Line.FOLLOW_UP);
    }

    private void transfer(Agent agent, Dialogue dialogue) {
        stage.scribe.agent(dialogue, agent, Line.TRANSFER);
        dialogue.transfers++;
        dialogue.annoyance++;
        dialogue.need.grow(1);
        dialogue.desk = dialogue.desk.neighbour();
        Agent other = dialogue.desk.available(dialogue);
        if (other == null || dice.chance(0.4)) {
            floor.queue(dialogue);
        } else {
            stage.hold(dialogue);
            agent.letGo(dialogue, stage);
            floor.assign(dialogue, other);
            stage.release(dialogue);
        }
    }

    private void speak(Agent agent, Dialogue dialogue, Line opening, Line line) {
        if (dialogue.channel == Channel.EMAIL) {
            stage.scribe.agent(dialogue, agent, opening, line, Line.AGENT_SIGN_OFF);
        } else {
            stage.scribe.agent(dialogue, agent, opening, line);
        }
    }

    /** After a while without a word it is no longer going on, and the agent has room for another. */
    private void restLater(Dialogue dialogue, Agent agent) {
        if (!dialogue.resting) {
            dialogue.resting = true;
            restAt(dialogue, agent, dialogue.lastPublicAtMs + dialogue.channel.engagementMs());
        }
    }

    private void restAt(Dialogue dialogue, Agent agent, long atMs) {
        stage.agenda.at(atMs, () -> {
            long quietSinceMs = dialogue.lastPublicAtMs + dialogue.channel.engagementMs();
            boolean goesOn = dialogue.owner == agent && !dialogue.settled && dialogue.task == null;
            if (goesOn && quietSinceMs > stage.nowMs()) {
                restAt(dialogue, agent, quietSinceMs);
                return;
            }
            dialogue.resting = false;
            if (goesOn) {
                agent.rest(dialogue, stage);
                floor.dispatch(agent.desk());
            }
        });
    }
}
