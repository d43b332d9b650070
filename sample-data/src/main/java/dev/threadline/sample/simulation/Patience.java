package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.operation.Effects;

/** What customers do while they wait: ask again, try another channel, give up with a word or without one. */
final class Patience {

    private static final double SECOND_MS = 1_000;
    private static final double MINUTE_MS = 60 * SECOND_MS;
    private static final double HOUR_MS = 60 * MINUTE_MS;
    private static final double DAY_MS = 24 * HOUR_MS;
    private static final int MOST_NUDGES = 3;
    private static final double NUDGES_LIVE = 0.3;
    private static final double NUDGES = 0.35;
    private static final double NUDGES_ON = 0.3;
    private static final double TRIES_ELSEWHERE = 0.06;
    private static final double GIVES_UP = 0.1;
    private static final double CLOSES_WINDOW = 0.7;

    private final Stage stage;
    private final Dice dice;
    private final CustomerSide customers;
    private final Counter counter;
    private final Rhythm rhythm;
    private final Effects effects;

    Patience(Stage stage, CustomerSide customers, Counter counter, Rhythm rhythm) {
        this.stage = stage;
        this.dice = stage.dice;
        this.customers = customers;
        this.counter = counter;
        this.rhythm = rhythm;
        this.effects = stage.scenario.effects();
    }

    /** The customer begins to wait. */
    void waits(Dialogue dialogue) {
        if (!dialogue.channel.isLive()) {
            waitsAway(dialogue);
        } else if (dialogue.desk.isOpen(stage.nowMs())) {
            waitsAtTheScreen(dialogue);
        }
    }

    private void waitsAtTheScreen(Dialogue dialogue) {
        double patience = dialogue.customer.patience();
        nudgeLater(dialogue, dice.lognormal(160 * SECOND_MS * patience, 0.5), NUDGES_LIVE);
        if (!dialogue.answeredByHuman) {
            double limitMs = dice.lognormal(effects.patienceMinutes() * MINUTE_MS * patience, 0.8);
            stage.later(dialogue, (long) limitMs, () -> {
                if (!dialogue.answeredByHuman) {
                    givesUp(dialogue);
                }
            });
        }
    }

    private void waitsAway(Dialogue dialogue) {
        nudgeLater(dialogue, dice.lognormal(5 * HOUR_MS, 1.1), NUDGES);
        if (dice.chance(GIVES_UP)) {
            int wait = dialogue.waitNumber;
            stage.later(dialogue, (long) dice.lognormal(1.2 * DAY_MS, 0.8), () -> {
                if (dialogue.waitNumber == wait) {
                    givesUp(dialogue);
                }
            });
        }
    }

    private void nudgeLater(Dialogue dialogue, double delayMs, double probability) {
        int wait = dialogue.waitNumber;
        if (dialogue.nudges < MOST_NUDGES && dice.chance(probability)) {
            stage.later(dialogue, rhythm.awakeMs(dialogue, (long) delayMs), () -> {
                if (dialogue.waitNumber == wait && dialogue.customerWaits() && !dialogue.left) {
                    nudges(dialogue);
                }
            });
        }
    }

    private void nudges(Dialogue dialogue) {
        dialogue.nudges++;
        boolean live = dialogue.channel.isLive();
        if (!live && dialogue.nudges == 1 && dice.chance(TRIES_ELSEWHERE)) {
            counter.triesElsewhere(dialogue);
            return;
        }
        customers.says(dialogue, 0, dice.chance(dialogue.isAnnoyed() ? 0.4 : 0.1) ? Line.COMPLAINT : Line.NUDGE);
        dialogue.annoyance++;
        nudgeLater(dialogue, dice.lognormal(live ? 4 * MINUTE_MS : DAY_MS, 0.6), NUDGES_ON);
    }

    private void givesUp(Dialogue dialogue) {
        if (!dialogue.customerWaits() || dialogue.left) {
            return;
        }
        dialogue.abandonedAtMs = stage.nowMs();
        dialogue.left = true;
        if (dice.chance(effects.silentLeavers())) {
            dialogue.leftSilently = true;
            return;
        }
        if (dialogue.closed) {
            counter.reopen(dialogue);
        }
        stage.scribe.acknowledgement(dialogue, Line.NEVER_MIND);
        if (dialogue.channel.isLive() && dice.chance(CLOSES_WINDOW)) {
            counter.customerClosed(dialogue);
        }
    }
}
