package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Channel;

/**
 * When customers write back. Whoever is at the screen answers in a minute or so and mostly stays; the others come back
 * hours later, sometimes days, and rarely at night.
 */
final class Rhythm {

    private static final double SECOND_MS = 1_000;
    private static final double MINUTE_MS = 60 * SECOND_MS;
    private static final double DAY_MS = 24 * 60 * MINUTE_MS;
    private static final double STAYS = 0.8;
    private static final double FORGETS = 0.10;
    private static final double WRITES_AT_NIGHT = 0.08;

    private final Agenda agenda;
    private final Dice dice;

    Rhythm(Agenda agenda, Dice dice) {
        this.agenda = agenda;
        this.dice = dice;
    }

    /** How long until the customer answers what they have just been told. */
    long replyMs(Dialogue dialogue) {
        Channel channel = dialogue.channel;
        double pace = SECOND_MS * dialogue.customer.pace();
        dialogue.atScreen = dice.chance(dialogue.atScreen ? STAYS : channel.presence());
        if (dialogue.atScreen) {
            double delayMs = dice.lognormal(channel.liveReplySeconds() * pace, 0.85);
            return (long) (SECOND_MS + Math.min(delayMs, channel.isLive() ? 8 * MINUTE_MS : DAY_MS));
        }
        if (channel.isLive()) {
            return (long) Math.min(dice.lognormal(channel.awayReplySeconds() * pace, 0.5), 9 * MINUTE_MS);
        }
        double delayMs = dice.chance(FORGETS)
                ? dice.lognormal(4 * DAY_MS, 0.9)
                : dice.lognormal(channel.awayReplySeconds() * pace, 1.5);
        return awakeMs(dialogue, (long) Math.min(delayMs, 20 * DAY_MS));
    }

    /** The pause between two messages sent in a row. */
    long pauseMs() {
        return (long) (SECOND_MS + dice.lognormal(13 * SECOND_MS, 0.9));
    }

    /** This delay, or until some time after the customer wakes if it ends in their night. */
    long awakeMs(Dialogue dialogue, long delayMs) {
        if (dialogue.channel.isLive() || dice.chance(WRITES_AT_NIGHT)) {
            return delayMs;
        }
        long wantedMs = agenda.nowMs() + delayMs;
        long awakeMs = dialogue.customer.awakeFrom(wantedMs);
        return awakeMs == wantedMs ? delayMs : awakeMs - agenda.nowMs() + (long) dice.lognormal(50 * MINUTE_MS, 1);
    }
}
