package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.OpeningHours;
import java.time.DayOfWeek;
import java.util.function.Supplier;

/** Offers that go out to many: on Tuesdays and Thursdays just before noon; one in ten is answered. */
final class Campaigns {

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long BETWEEN_MESSAGES_MS = 1_500;
    private static final double REPLIES = 0.1;

    private final Stage stage;
    private final Dice dice;
    private final Reception reception;
    private final Supplier<Customer> anyone;
    private final long messages;

    /** Campaigns of so many messages each. */
    Campaigns(Stage stage, Reception reception, Supplier<Customer> anyone, long messages) {
        this.stage = stage;
        this.dice = stage.dice;
        this.reception = reception;
        this.anyone = anyone;
        this.messages = messages;
    }

    /** Plans what goes out on a date. */
    void plan(long day) {
        DayOfWeek weekday = OpeningHours.weekday(day);
        if (weekday != DayOfWeek.TUESDAY && weekday != DayOfWeek.THURSDAY) {
            return;
        }
        long startMs = day * DAY_MS + 11 * HOUR_MS;
        for (long place = 0; place < messages; place++) {
            long atMs = startMs + place * BETWEEN_MESSAGES_MS % HOUR_MS + dice.below(1_000);
            if (atMs >= stage.scenario.fromMs() && atMs < stage.scenario.untilMs()) {
                stage.agenda.at(atMs, this::advertise);
            }
        }
    }

    private void advertise() {
        Customer customer = anyone.get();
        Channel channel = dice.chance(0.5) ? Channel.WHATSAPP : Channel.SMS;
        if (!reception.isFree(customer, channel)) {
            return;
        }
        Need need = reception.need();
        if (dice.chance(REPLIES)) {
            long delayMs = (long) dice.lognormal(0.7 * HOUR_MS, 1.4);
            reception.answersCampaign(customer, channel, need, Math.min(delayMs, 70 * HOUR_MS));
        } else {
            String threadId = Reception.threadId(customer, channel);
            stage.scribe.unansweredCampaign(customer, channel, threadId, need);
        }
    }
}
