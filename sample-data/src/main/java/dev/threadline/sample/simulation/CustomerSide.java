package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.log.Role;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Effects;

/** What customers do: they ask, answer, wait, lose patience, say thanks, come back, or just go. */
final class CustomerSide {

    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long LONG_GONE_MS = 20 * MINUTE_MS;
    private static final double READS_ONLY = 0.6;
    private static final double LEAVES_LIVE = 0.04;
    private static final double LEAVES = 0.07;
    private static final double UNSETTLED = 0.07;
    private static final double LATE_THANKS = 0.05;
    private static final double ANOTHER_NEED = 0.06;
    private static final double OUT_OF_OFFICE = 0.04;

    private final Stage stage;
    private final Dice dice;
    private final Counter counter;
    private final Effects effects;
    private final Rhythm rhythm;
    private final Patience patience;

    CustomerSide(Stage stage, Counter counter) {
        this.stage = stage;
        this.dice = stage.dice;
        this.counter = counter;
        this.effects = stage.scenario.effects();
        this.rhythm = new Rhythm(stage.agenda, dice);
        this.patience = new Patience(stage, this, counter, rhythm);
    }

    /** The first words. */
    void begins(Dialogue dialogue) {
        boolean greets = dice.chance(0.5);
        if (dialogue.channel == Channel.EMAIL) {
            if (greets) {
                says(dialogue, 0, Line.GREETING, Line.QUESTION, Line.SIGN_OFF);
            } else {
                says(dialogue, 0, Line.GREETING, Line.QUESTION, Line.DETAIL, Line.SIGN_OFF);
            }
            return;
        }
        int more = dice.streak(dialogue.customer.burst(), 3);
        if (greets && more > 0) {
            says(dialogue, more, Line.GREETING);
        } else if (greets) {
            says(dialogue, 0, Line.GREETING, Line.QUESTION);
        } else {
            says(dialogue, more, Line.QUESTION);
        }
    }

    /** Something was not settled: they write about it once more. */
    void comesBack(Dialogue dialogue) {
        says(dialogue, dice.streak(dialogue.customer.burst(), 2), Line.STILL_NOT);
    }

    /** They answer a campaign. */
    void answersCampaign(Dialogue dialogue) {
        says(dialogue, 0, Line.INTERESTED);
    }

    /** They react to what they read. */
    void hears(Dialogue dialogue, Said said) {
        if (dialogue.left) {
            return;
        }
        if (dialogue.channel.isLive() && dialogue.lastWaitMs > LONG_GONE_MS && dice.chance(READS_ONLY)) {
            goes(dialogue);
            return;
        }
        if (dialogue.channel == Channel.EMAIL && dice.chance(OUT_OF_OFFICE)) {
            long delayMs = dice.between(2 * SECOND_MS, 40 * SECOND_MS);
            stage.later(dialogue, delayMs, () -> stage.scribe.auto(dialogue, Role.CUSTOMER, Line.OUT_OF_OFFICE));
        }
        switch (said) {
            case QUESTION -> answer(dialogue, dialogue.channel.isLive() ? LEAVES_LIVE : LEAVES);
            case HOLD -> acknowledge(dialogue);
            case ANSWER -> afterwards(dialogue);
            case BOT_QUESTION -> answer(dialogue, Bot.CUSTOMERS_LEAVE);
            case BOT_ANSWER -> judgeBot(dialogue);
        }
    }

    private void answer(Dialogue dialogue, double leaves) {
        if (dice.chance(leaves)) {
            goes(dialogue);
            return;
        }
        long delayMs = rhythm.replyMs(dialogue);
        if (dialogue.channel == Channel.EMAIL) {
            stage.later(dialogue, delayMs, () -> says(dialogue, 0, Line.GREETING, Line.INFORMATION, Line.SIGN_OFF));
        } else {
            int more = dice.streak(dialogue.customer.burst(), 3);
            stage.later(dialogue, delayMs, () -> says(dialogue, more, Line.INFORMATION));
        }
    }

    private void acknowledge(Dialogue dialogue) {
        if (dice.chance(0.35)) {
            stage.later(dialogue, rhythm.replyMs(dialogue), () -> thanks(dialogue, Line.THANKS));
        }
    }

    private void judgeBot(Dialogue dialogue) {
        double verdict = dice.unit();
        if (verdict < Bot.CONFIRM) {
            stage.later(dialogue, rhythm.replyMs(dialogue), () -> thanks(dialogue, Line.CONFIRMATION));
        } else if (verdict < Bot.CONFIRM + Bot.DENY) {
            stage.later(dialogue, rhythm.replyMs(dialogue), () -> says(dialogue, 0, Line.STILL_NOT));
        } else {
            if (verdict > 1 - Bot.LEAVE_DISCONTENT) {
                dialogue.need.grow(0);
            }
            goes(dialogue);
        }
    }

    private void afterwards(Dialogue dialogue) {
        double unsettled = UNSETTLED * (dialogue.transfers > 0 ? effects.transferRepeats() : 1);
        if (dice.chance(ANOTHER_NEED)) {
            stage.later(dialogue, rhythm.replyMs(dialogue), () -> raisesAnother(dialogue));
        } else if (dice.chance(unsettled)) {
            maybeThanks(dialogue);
            long delayMs = (long) dice.lognormal(dice.chance(0.3) ? 8.0 * MINUTE_MS : 18.0 * HOUR_MS, 1.2);
            stage.later(dialogue, Math.min(delayMs, 20 * DAY_MS), () -> returns(dialogue));
        } else {
            maybeThanks(dialogue);
            if (dice.chance(LATE_THANKS)) {
                long delayMs = (long) dice.lognormal(3 * HOUR_MS, 1.2);
                stage.later(dialogue, rhythm.awakeMs(dialogue, delayMs), () -> thanks(dialogue, Line.THANKS));
            }
        }
    }

    private void maybeThanks(Dialogue dialogue) {
        double mood = dialogue.isAnnoyed() ? 0.5 : 1;
        if (dice.chance(effects.thanks() * dialogue.customer.politeness() * mood)) {
            Line line = dice.chance(0.8) ? Line.THANKS : Line.LONG_THANKS;
            stage.later(dialogue, rhythm.replyMs(dialogue), () -> thanks(dialogue, line));
        } else {
            dialogue.leftSilently = true;
        }
    }

    private void raisesAnother(Dialogue dialogue) {
        if (isTooLate(dialogue)) {
            return;
        }
        dialogue.raise(Need.any(stage.nextNeedNumber(), stage.nowMs(), dice));
        says(dialogue, 0, Line.ANOTHER, Line.QUESTION);
    }

    private void returns(Dialogue dialogue) {
        dialogue.returns++;
        if (isTooLate(dialogue)) {
            counter.comesAgain(dialogue);
            return;
        }
        dialogue.need.grow(1 + dice.streak(0.4, 3));
        comesBack(dialogue);
    }

    private boolean isTooLate(Dialogue dialogue) {
        return dialogue.closed && stage.nowMs() - dialogue.closedAtMs >= dialogue.channel.reopenWindowMs();
    }

    private void thanks(Dialogue dialogue, Line line) {
        stage.scribe.acknowledgement(dialogue, line);
        dialogue.leftSilently = false;
        counter.customerThanked(dialogue);
    }

    /** They write, and more in a row. */
    void says(Dialogue dialogue, int more, Line... lines) {
        if (dialogue.left) {
            return;
        }
        if (dialogue.closed) {
            counter.reopen(dialogue);
        }
        int waitBefore = dialogue.waitNumber;
        stage.scribe.customer(dialogue, lines);
        counter.customerWrote(dialogue);
        if (dialogue.waitNumber != waitBefore) {
            patience.waits(dialogue);
        }
        if (more > 0) {
            boolean asked = lines[lines.length - 1] != Line.GREETING;
            stage.later(
                    dialogue, rhythm.pauseMs(), () -> says(dialogue, more - 1, asked ? Line.DETAIL : Line.QUESTION));
        } else {
            counter.customerPaused(dialogue);
        }
    }

    private static void goes(Dialogue dialogue) {
        dialogue.left = true;
        dialogue.leftSilently = true;
    }
}
