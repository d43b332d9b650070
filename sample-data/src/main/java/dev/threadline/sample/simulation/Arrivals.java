package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.OpeningHours;
import dev.threadline.sample.operation.Scenario;

/** Who writes when: more on Mondays and before noon, each at their own hour, regulars more often than others. */
final class Arrivals {

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final double CUSTOMERS_PER_CONVERSATION = 0.75;
    private static final double CAMPAIGN_MESSAGES_PER_CONVERSATION = 0.15;
    private static final double REGULAR = 0.3;
    private static final double ROUTINE = 0.35;
    private static final double FAVOURITE_CHANNEL = 0.85;
    private static final double OUTREACH = 0.02;
    private static final double NO_CHAT_WHEN_CLOSED = 0.75;
    private static final int TRIES = 5;

    /** Weight of each weekday from Monday. */
    private static final double[] WEEK = {1.30, 1.12, 1.05, 1.02, 0.95, 0.55, 0.45};
    /** Weight of each local hour. */
    private static final double[] HOURS = {
        3, 2, 1, 1, 1, 2, 8, 22, 45, 70, 85, 82, 66, 62, 70, 72, 66, 60, 56, 54, 50, 38, 22, 9
    };

    private final Stage stage;
    private final Scenario scenario;
    private final Dice dice;
    private final Reception reception;
    private final Campaigns campaigns;
    private final Customer.Population population;
    private final long customers;
    private final double perWeight;
    private double owing;

    Arrivals(Stage stage, Reception reception) {
        this.stage = stage;
        this.scenario = stage.scenario;
        this.dice = stage.dice;
        this.reception = reception;
        this.population = new Customer.Population(scenario.seed());
        this.customers = Math.max(1, (long) (scenario.conversations() * CUSTOMERS_PER_CONVERSATION));
        this.perWeight = scenario.conversations() / totalWeight();
        long perCampaign = (long) (perWeight * 7 * CAMPAIGN_MESSAGES_PER_CONVERSATION / 2);
        this.campaigns = new Campaigns(stage, reception, this::anyone, perCampaign);
    }

    private double totalWeight() {
        double total = 0;
        for (long day = Math.floorDiv(scenario.fromMs(), DAY_MS); day * DAY_MS < scenario.untilMs(); day++) {
            long startMs = Math.max(day * DAY_MS, scenario.fromMs());
            long endMs = Math.min((day + 1) * DAY_MS, scenario.untilMs());
            total += weight(day) * (endMs - startMs) / DAY_MS;
        }
        return total;
    }

    private static double weight(long day) {
        return WEEK[OpeningHours.weekday(day).getValue() - 1];
    }

    /** Plans those who will write on a local date; what began unplanned before is taken off. */
    void plan(long day) {
        owing += weight(day) * perWeight * dice.lognormal(1, 0.08) - reception.takeUnplanned();
        for (; owing >= 1; owing--) {
            Customer customer = anyone();
            long atMs = customer.clock().instantMs(day, timeOfDayMs(customer));
            if (atMs >= scenario.fromMs() && atMs < scenario.untilMs()) {
                stage.agenda.at(atMs, () -> writes(customer));
            }
        }
        campaigns.plan(day);
    }

    private Customer anyone() {
        double place = dice.unit();
        boolean regular = dice.chance(REGULAR);
        return population.customer((long) ((regular ? place * place * place * REGULAR : place) * customers));
    }

    private long timeOfDayMs(Customer customer) {
        double hour =
                dice.chance(ROUTINE) ? customer.routineHour() + dice.normal() : dice.weighted(HOURS) + dice.unit();
        return (long) (Math.max(0, Math.min(23.99, hour)) * HOUR_MS);
    }

    private void writes(Customer planned) {
        Customer customer = planned;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Need need = reception.need();
            Desk desk = reception.desk(customer, need.topic());
            Channel channel = channel(customer, desk);
            if (reception.isFree(customer, channel)) {
                begin(customer, channel, need, desk);
                return;
            }
            customer = anyone();
        }
        owing++;
    }

    private Channel channel(Customer customer, Desk desk) {
        Channel[] all = Channel.values();
        Channel wanted = dice.chance(FAVOURITE_CHANNEL) ? customer.favourite() : all[dice.below(all.length)];
        boolean hidden = wanted.isLive() && !desk.isOpen(stage.nowMs()) && dice.chance(NO_CHAT_WHEN_CLOSED);
        return hidden ? Channel.WHATSAPP : wanted;
    }

    private void begin(Customer customer, Channel channel, Need need, Desk desk) {
        Agent agent = dice.chance(OUTREACH) && !channel.isLive() ? desk.withRoom() : null;
        if (agent == null) {
            reception.customerWrites(customer, channel, need);
        } else {
            reception.agentWrites(agent, customer, channel, need);
        }
    }
}
