package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.log.Event;
import dev.threadline.sample.log.Role;
import dev.threadline.sample.operation.Channel;
import java.util.function.Consumer;

/** How conversations are closed: by the agent, by a timer of the helpdesk, by the customer, or never. */
final class Closing {

    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final double BY_AGENT_LIVE = 0.6;
    private static final double BY_AGENT = 0.45;
    private static final double BY_TIMER = 0.65;
    private static final double SURVEY = 0.15;

    private final Stage stage;
    private final Dice dice;
    private final Consumer<Desk> roomFreed;

    /** Closing, with someone to tell when an agent has room again. */
    Closing(Stage stage, Consumer<Desk> roomFreed) {
        this.stage = stage;
        this.dice = stage.dice;
        this.roomFreed = roomFreed;
    }

    /** The answer was given: decides how this conversation will be closed. */
    void answered(Dialogue dialogue) {
        boolean live = dialogue.channel.isLive();
        if (dice.chance(live ? BY_AGENT_LIVE : BY_AGENT)) {
            int plan = ++dialogue.planNumber;
            long delayMs = (long) dice.lognormal(live ? 100_000 : 4.0 * MINUTE_MS, live ? 0.5 : 1.2);
            stage.later(dialogue, delayMs, () -> closeByAgent(dialogue, plan));
        }
        watch(dialogue);
    }

    /** Lets the timer of the helpdesk look at the conversation, unless it does already. */
    void watch(Dialogue dialogue) {
        if (!dialogue.watched && (dialogue.channel.isLive() || dice.chance(BY_TIMER))) {
            dialogue.watched = true;
            stage.later(dialogue, idleMs(dialogue.channel), () -> look(dialogue));
        }
    }

    private void look(Dialogue dialogue) {
        dialogue.watched = false;
        if (dialogue.closed) {
            return;
        }
        long idleMs = idleMs(dialogue.channel);
        long leftMs = dialogue.lastPublicAtMs + idleMs - stage.nowMs();
        boolean ours = dialogue.owed
                || dialogue.queued
                || dialogue.task != null
                || (dialogue.customerWaits() && !dialogue.withBot);
        if (ours || leftMs > 0) {
            dialogue.watched = true;
            stage.later(dialogue, leftMs > 0 ? leftMs : idleMs, () -> look(dialogue));
        } else {
            stage.scribe.event(dialogue, Event.CLOSED);
            closed(dialogue);
        }
    }

    private void closeByAgent(Dialogue dialogue, int plan) {
        Agent owner = dialogue.owner;
        boolean idle = !dialogue.closed && !dialogue.customerWaits() && dialogue.task == null && !dialogue.owed;
        if (idle && plan == dialogue.planNumber && owner != null && owner.isOnDuty()) {
            close(dialogue, owner);
        }
    }

    /** The agent closes it now. */
    void close(Dialogue dialogue, Agent agent) {
        stage.scribe.eventBy(dialogue, Event.CLOSED, agent);
        closed(dialogue);
    }

    /** Notes that it was closed, by whomever. */
    void closed(Dialogue dialogue) {
        dialogue.closed = true;
        dialogue.closedAtMs = stage.nowMs();
        dialogue.withBot = false;
        Agent owner = dialogue.owner;
        if (owner != null) {
            owner.letGo(dialogue, stage);
            roomFreed.accept(owner.desk());
        }
        if (!dialogue.left && dice.chance(SURVEY)) {
            stage.later(dialogue, MINUTE_MS, () -> survey(dialogue));
        }
    }

    private void survey(Dialogue dialogue) {
        if (dialogue.closed) {
            stage.scribe.auto(dialogue, Role.SYSTEM, Line.SURVEY);
        }
    }

    private static long idleMs(Channel channel) {
        return switch (channel) {
            case WEBCHAT -> 12 * MINUTE_MS;
            case SMS, WHATSAPP, MESSENGER -> 24 * HOUR_MS;
            case EMAIL -> 72 * HOUR_MS;
        };
    }
}
