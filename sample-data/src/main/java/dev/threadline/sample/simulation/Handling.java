package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.log.Event;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Effects;

/** What an agent does with the conversation at hand: how long it takes and what comes of it. */
final class Handling {

    private static final long SECOND_MS = 1_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long LONGEST_MS = 40 * 60 * SECOND_MS;
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

    /** In how many messages the agent will say it. */
    int messages(Dialogue dialogue, Task task) {
        boolean talks = task == Task.REPLY && !dialogue.closed && !dialogue.left && dialogue.twinOf == null;
        return talks && dialogue.channel != Channel.EMAIL ? 1 + dice.streak(0.28, 2) : 1;
    }

    /** The attention that it takes. */
    long effortMs(Agent agent, Dialogue dialogue, Task task) {
        double seconds = switch (task) {
            case REPLY, FOLLOW_UP ->
                dialogue.channel.effortSeconds()
                        * dialogue.need.topic().effort()
                        * (dialogue.isNewTo(agent) ? 1.3 : 0.9);
            case GOODBYE -> 9;
            case WRAP_UP -> 35;
        };
        double saving = dialogue.channel.isMessaging() ? 1 - effects.messagingSaving() : 1;
        double medianMs = seconds * SECOND_MS * saving * agent.slowness(dialogue, effects);
        return Math.min(2 * SECOND_MS + (long) dice.lognormal(medianMs, 0.6), LONGEST_MS);
    }

    /** One more message on the way to the answer. */
    void says(Agent agent, Dialogue dialogue, boolean first) {
        if (!dialogue.closed && !dialogue.settled && dialogue.owner == agent) {
            stage.scribe.agent(dialogue, agent, first && dialogue.isNewTo(agent) ? Line.AGENT_GREETING : Line.CHECKING);
        }
    }

    /** The attention is spent: what comes of it. */
    void finish(Agent agent, Dialogue dialogue, Task task, boolean begun) {
        if (dialogue.closed || dialogue.settled || dialogue.owner != agent) {
            return;
        }
        if (dialogue.twinOf != null) {
            stage.scribe.eventBy(dialogue, Event.MERGED, agent);
            closing.closed(dialogue);
        } else if (dialogue.left && !dialogue.leftSilently) {
            closing.close(dialogue, agent);
        } else {
            act(agent, dialogue, task, begun);
            restLater(dialogue, agent);
        }
    }

    private void act(Agent agent, Dialogue dialogue, Task task, boolean begun) {
        switch (task) {
            case REPLY -> reply(agent, dialogue, begun);
            case FOLLOW_UP -> followUp(agent, dialogue);
            case GOODBYE -> stage.scribe.agent(dialogue, agent, Line.WELCOME);
            case WRAP_UP -> stage.scribe.note(dialogue, agent);
        }
    }

    private void reply(Agent agent, Dialogue dialogue, boolean begun) {
        boolean fresh = dialogue.isNewTo(agent);
        if (fresh && dice.chance(BACK_TO_QUEUE)) {
            floor.queue(dialogue);
            return;
        }
        if (fresh && dialogue.transfers == 0 && dice.chance(effects.transfers())) {
            transfer(agent, dialogue);
            return;
        }
        if (dice.chance(NOTES)) {
            stage.scribe.note(dialogue, agent);
        }
        if (dialogue.need.isRipe()) {
            answer(agent, dialogue, opening(dialogue, fresh, begun));
        } else if (dice.chance(PROMISES)) {
            promise(agent, dialogue, opening(dialogue, fresh, begun));
        } else {
            dialogue.need.advance();
            Line line = dice.chance(0.6) ? Line.ASK : Line.INSTRUCTION;
            speak(agent, dialogue, opening(dialogue, fresh, begun), line);
            closing.watch(dialogue);
            customers.hears(dialogue, Said.QUESTION);
        }
    }

    private static Line opening(Dialogue dialogue, boolean fresh, boolean begun) {
        boolean greets = dialogue.channel == Channel.EMAIL || (fresh && !begun);
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
