package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.log.Role;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Effects;

/** What customers do: they ask, answer, wait, lose patience, say thanks, come back, or just go. */
final class CustomerSide {

    /** The business, as customers meet it. */
    interface Counter {

        /** A customer's message has arrived that wants an answer. */
        void customerWrote(Dialogue dialogue);

        /** The customer has said all that they wanted to say for now. */
        void customerPaused(Dialogue dialogue);

        /** The customer said thanks. */
        void customerThanked(Dialogue dialogue);

        /** The customer is about to write into a closed conversation. */
        void reopen(Dialogue dialogue);

        /** The customer closed the chat window. */
        void customerClosed(Dialogue dialogue);

        /** The customer comes back with the same need, too late to continue the same conversation. */
        void comesAgain(Dialogue dialogue);

        /** The customer loses patience and writes the same on another channel. */
        void triesElsewhere(Dialogue dialogue);
    }

    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long LONG_GONE_MS = 20 * MINUTE_MS;
    private static final double READS_ONLY = 0.6;
    private static final double FORGETS = 0.07;
    private static final double UNSETTLED = 0.07;
    private static final double LATE_THANKS = 0.05;
    private static final double ANOTHER_NEED = 0.06;
    private static final double OUT_OF_OFFICE = 0.04;

    private final Stage stage;
    private final Dice dice;
    private final Counter counter;
    private final Effects effects;

    CustomerSide(Stage stage, Counter counter) {
        this.stage = stage;
        this.dice = stage.dice;
        this.counter = counter;
        this.effects = stage.scenario.effects();
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
            case QUESTION -> answer(dialogue, dialogue.channel.isLive() ? 0.04 : 0.07);
            case HOLD -> acknowledge(dialogue);
            case ANSWER -> afterwards(dialogue);
            case BOT_QUESTION -> answer(dialogue, 0.12);
            case BOT_ANSWER -> judgeBot(dialogue);
        }
    }

    private void answer(Dialogue dialogue, double leaves) {
        if (dice.chance(leaves)) {
            goes(dialogue);
            return;
        }
        int more = dice.streak(dialogue.customer.burst(), 3);
        stage.later(dialogue, replyDelayMs(dialogue), () -> says(dialogue, more, Line.INFORMATION));
    }

    private void acknowledge(Dialogue dialogue) {
        if (dice.chance(0.35)) {
            stage.later(dialogue, replyDelayMs(dialogue), () -> thanks(dialogue, Line.THANKS));
        }
    }

    private void judgeBot(Dialogue dialogue) {
        double verdict = dice.unit();
        if (verdict < 0.5) {
            stage.later(dialogue, replyDelayMs(dialogue), () -> thanks(dialogue, Line.CONFIRMATION));
        } else if (verdict < 0.62) {
            stage.later(dialogue, replyDelayMs(dialogue), () -> says(dialogue, 0, Line.STILL_NOT));
        } else {
            if (verdict > 0.88) {
                dialogue.need.grow(0);
            }
            goes(dialogue);
        }
    }

    private void afterwards(Dialogue dialogue) {
        double unsettled = UNSETTLED * (dialogue.transfers > 0 ? effects.transferRepeats() : 1);
        if (dice.chance(ANOTHER_NEED)) {
            stage.later(dialogue, replyDelayMs(dialogue), () -> raisesAnother(dialogue));
        } else if (dice.chance(unsettled)) {
            maybeThanks(dialogue);
            long delayMs = (long) dice.lognormal(dice.chance(0.3) ? 8.0 * MINUTE_MS : 18.0 * HOUR_MS, 1.2);
            stage.later(dialogue, Math.min(delayMs, 20 * DAY_MS), () -> returns(dialogue));
        } else {
            maybeThanks(dialogue);
            if (dice.chance(LATE_THANKS)) {
                long delayMs = (long) dice.lognormal(3 * HOUR_MS, 1.2);
                stage.later(dialogue, awakeDelay(dialogue, delayMs), () -> thanks(dialogue, Line.THANKS));
            }
        }
    }

    private void maybeThanks(Dialogue dialogue) {
        if (dice.chance(Math.min(0.95, effects.thanks() * dialogue.customer.politeness()))) {
            Line line = dice.chance(0.8) ? Line.THANKS : Line.LONG_THANKS;
            stage.later(dialogue, replyDelayMs(dialogue), () -> thanks(dialogue, line));
        } else {
            dialogue.leftSilently = true;
        }
    }

    private void raisesAnother(Dialogue dialogue) {
        if (dialogue.closed && stage.nowMs() - dialogue.closedAtMs >= dialogue.channel.reopenWindowMs()) {
            return;
        }
        dialogue.raise(Need.any(stage.nextNeedNumber(), stage.nowMs(), dice));
        says(dialogue, 0, Line.ANOTHER, Line.QUESTION);
    }

    private void returns(Dialogue dialogue) {
        if (dialogue.closed && stage.nowMs() - dialogue.closedAtMs >= dialogue.channel.reopenWindowMs()) {
            counter.comesAgain(dialogue);
            return;
        }
        dialogue.need.grow(1 + dice.streak(0.4, 3));
        comesBack(dialogue);
    }

    private void thanks(Dialogue dialogue, Line line) {
        stage.scribe.acknowledgement(dialogue, line);
        dialogue.leftSilently = false;
        counter.customerThanked(dialogue);
    }

    private void says(Dialogue dialogue, int more, Line... lines) {
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
            waits(dialogue);
        }
        if (more > 0) {
            long gapMs = (long) dice.lognormal(13 * SECOND_MS, 0.9) + SECOND_MS;
            boolean asked = lines[lines.length - 1] != Line.GREETING;
            stage.later(dialogue, gapMs, () -> says(dialogue, more - 1, asked ? Line.DETAIL : Line.QUESTION));
        } else {
            counter.customerPaused(dialogue);
        }
    }

    private void waits(Dialogue dialogue) {
        int wait = dialogue.waitNumber;
        if (dialogue.channel.isLive()) {
            if (dialogue.desk.isOpen(stage.nowMs())) {
                double patience = dialogue.customer.patience();
                nudgeLater(dialogue, wait, (long) dice.lognormal(160 * SECOND_MS * patience, 0.5), 0.3);
                if (!dialogue.answeredByHuman) {
                    long untilMs = (long) dice.lognormal(effects.patienceMinutes() * MINUTE_MS * patience, 0.8);
                    stage.later(dialogue, untilMs, () -> losesPatience(dialogue));
                }
            }
            return;
        }
        nudgeLater(dialogue, wait, (long) dice.lognormal(5 * HOUR_MS, 1.1), 0.25);
        if (dice.chance(0.1)) {
            long untilMs = (long) dice.lognormal(1.2 * DAY_MS, 0.8);
            stage.later(dialogue, untilMs, () -> {
                if (dialogue.waitNumber == wait) {
                    losesPatience(dialogue);
                }
            });
        }
    }

    private void nudgeLater(Dialogue dialogue, int wait, long delayMs, double probability) {
        if (dialogue.nudges < 3 && dice.chance(probability)) {
            stage.later(dialogue, awakeDelay(dialogue, delayMs), () -> {
                if (dialogue.waitNumber == wait && dialogue.customerWaits() && !dialogue.left) {
                    nudges(dialogue, wait);
                }
            });
        }
    }

    private void nudges(Dialogue dialogue, int wait) {
        dialogue.nudges++;
        if (!dialogue.channel.isLive() && dialogue.nudges == 1 && dice.chance(0.06)) {
            counter.triesElsewhere(dialogue);
            return;
        }
        says(dialogue, 0, dice.chance(0.8) ? Line.NUDGE : Line.COMPLAINT);
        nudgeLater(
                dialogue,
                wait,
                (long) dice.lognormal(dialogue.channel.isLive() ? 4.0 * MINUTE_MS : 1.0 * DAY_MS, 0.6),
                0.3);
    }

    private void losesPatience(Dialogue dialogue) {
        if (!dialogue.customerWaits() || dialogue.left || (dialogue.channel.isLive() && dialogue.answeredByHuman)) {
            return;
        }
        dialogue.abandonedAtMs = stage.nowMs();
        if (dice.chance(effects.silentLeavers())) {
            goes(dialogue);
            return;
        }
        if (dialogue.closed) {
            counter.reopen(dialogue);
        }
        stage.scribe.acknowledgement(dialogue, Line.NEVER_MIND);
        dialogue.left = true;
        if (dialogue.channel.isLive() && dice.chance(0.7)) {
            counter.customerClosed(dialogue);
        }
    }

    private static void goes(Dialogue dialogue) {
        dialogue.left = true;
        dialogue.leftSilently = true;
    }

    private long replyDelayMs(Dialogue dialogue) {
        Channel channel = dialogue.channel;
        double pace = dialogue.customer.pace();
        boolean stays = dialogue.atScreen ? dice.chance(0.8) : dice.chance(channel.presence());
        dialogue.atScreen = stays;
        if (stays) {
            double delayMs = dice.lognormal(channel.liveReplySeconds() * SECOND_MS * pace, 0.85);
            return SECOND_MS + Math.min((long) delayMs, channel.isLive() ? 8 * MINUTE_MS : DAY_MS);
        }
        if (channel.isLive()) {
            return Math.min((long) dice.lognormal(channel.awayReplySeconds() * SECOND_MS * pace, 0.5), 9 * MINUTE_MS);
        }
        double delayMs = dice.chance(FORGETS)
                ? dice.lognormal(3.0 * DAY_MS, 0.8)
                : dice.lognormal(channel.awayReplySeconds() * SECOND_MS * pace, 1.5);
        return awakeDelay(dialogue, Math.min((long) delayMs, 20 * DAY_MS));
    }

    /** Few people write at night: what falls there comes, mostly, some time after they wake. */
    private long awakeDelay(Dialogue dialogue, long delayMs) {
        if (dialogue.channel.isLive() || dice.chance(0.08)) {
            return delayMs;
        }
        long wantedMs = stage.nowMs() + delayMs;
        long awakeMs = dialogue.customer.awakeFrom(wantedMs);
        return awakeMs == wantedMs ? delayMs : awakeMs - stage.nowMs() + (long) dice.lognormal(50.0 * MINUTE_MS, 1);
    }
}
