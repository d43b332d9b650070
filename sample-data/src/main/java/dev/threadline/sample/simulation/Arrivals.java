package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.OpeningHours;
import dev.threadline.sample.operation.Scenario;
import dev.threadline.sample.operation.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who writes when: more on Mondays and before noon, each at their own hour, regulars more often than others. */
final class Arrivals implements FrontOffice.Newcomers {

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final double CUSTOMERS_PER_CONVERSATION = 0.75;
    private static final double REGULAR = 0.3;
    private static final double CAMPAIGN_MESSAGES = 0.15;
    private static final double CAMPAIGN_REPLIES = 0.1;
    private static final double OUTREACH = 0.02;
    private static final double SOON_AGAIN = 0.13;
    private static final double NO_CHAT_AT_NIGHT = 0.75;
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
    private final List<Desk> desks;
    private final FrontOffice office;
    private final Customer.Population population;
    private final long customers;
    private final double perWeight;
    private double owing;

    Arrivals(Stage stage, List<Desk> desks) {
        this.stage = stage;
        this.scenario = stage.scenario;
        this.dice = stage.dice;
        this.desks = desks;
        this.population = new Customer.Population(scenario.seed());
        this.customers = Math.max(1, (long) (scenario.conversations() * CUSTOMERS_PER_CONVERSATION));
        this.perWeight = scenario.conversations() / totalWeight();
        this.office = new FrontOffice(stage, this);
    }

    Floor floor() {
        return office.floor();
    }

    private double totalWeight() {
        double total = 0;
        for (long day = firstDay(); day * DAY_MS < scenario.untilMs(); day++) {
            long insideMs =
                    Math.min((day + 1) * DAY_MS, scenario.untilMs()) - Math.max(day * DAY_MS, scenario.fromMs());
            total += weight(day) * insideMs / DAY_MS;
        }
        return total;
    }

    private long firstDay() {
        return Math.floorDiv(scenario.fromMs(), DAY_MS);
    }

    private static double weight(long day) {
        return WEEK[OpeningHours.weekday(day).getValue() - 1];
    }

    /** Plans those who will write on a local date; what began unplanned before is taken off. */
    void plan(long day) {
        for (owing += weight(day) * perWeight * dice.lognormal(1, 0.08); owing >= 1; owing--) {
            Customer customer = someone();
            long atMs = customer.clock().instantMs(day, timeOfDayMs(customer));
            if (atMs >= scenario.fromMs() && atMs < scenario.untilMs()) {
                stage.agenda.at(atMs, () -> writes(customer));
            }
        }
        campaign(day);
    }

    private Customer someone() {
        double place = dice.unit();
        return population.customer((long) ((dice.chance(REGULAR) ? place * place * place * 0.3 : place) * customers));
    }

    private long timeOfDayMs(Customer customer) {
        boolean routine = dice.chance(0.35);
        double hour = routine ? customer.routineHour() + dice.normal() : dice.weighted(HOURS) + dice.unit();
        return (long) (Math.max(0, Math.min(23.99, hour)) * HOUR_MS);
    }

    private void writes(Customer first) {
        Customer customer = first;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Channel channel = dice.chance(0.85) ? customer.favourite() : anyChannel();
            Need need = need();
            if (channel.isLive()
                    && !desk(customer, need.topic()).isOpen(stage.nowMs())
                    && dice.chance(NO_CHAT_AT_NIGHT)) {
                channel = Channel.WHATSAPP;
            }
            if (isFree(threadId(customer, channel))) {
                if (dice.chance(OUTREACH)) {
                    reachOut(customer, channel, need);
                } else {
                    begin(customer, channel, need, "customer", null, null);
                }
                return;
            }
            customer = someone();
        }
        owing++;
    }

    private Channel anyChannel() {
        Channel[] channels = Channel.values();
        return channels[dice.below(channels.length)];
    }

    /** True if nothing is going on there; what only waits for a timer to close it is settled. */
    private boolean isFree(String threadId) {
        Dialogue before = stage.on(threadId);
        if (before == null) {
            return true;
        }
        boolean over = before.need.isResolved() && !before.customerWaits() && before.task == null && !before.owed;
        if (over && !before.queued) {
            stage.settle(before);
            return true;
        }
        return false;
    }

    private Need need() {
        return Need.any(stage.nextNeedNumber(), stage.nowMs(), dice);
    }

    private void begin(
            Customer customer,
            Channel channel,
            Need need,
            String initiatedBy,
            @Nullable String repeats,
            @Nullable Dialogue twin) {
        Dialogue dialogue = dialogue(customer, channel, need, initiatedBy, repeats);
        dialogue.twinOf = twin;
        office.open(dialogue);
        if (repeats == null && dice.chance(SOON_AGAIN)) {
            long laterMs = (long) dice.lognormal(20.0 * HOUR_MS, 1.1);
            stage.agenda.in(laterMs, () -> writesAgain(customer, channel));
        }
    }

    private Dialogue dialogue(
            Customer customer, Channel channel, Need need, String initiatedBy, @Nullable String repeats) {
        return new Dialogue(
                stage.nextDialogueId(),
                threadId(customer, channel),
                customer,
                channel,
                desk(customer, need.topic()),
                need,
                initiatedBy,
                stage.nowMs(),
                repeats);
    }

    private void writesAgain(Customer customer, Channel channel) {
        if (isFree(threadId(customer, channel))) {
            owing--;
            begin(customer, channel, need(), "customer", null, null);
        }
    }

    private static String threadId(Customer customer, Channel channel) {
        return channel.threadPrefix() + "-" + customer.id();
    }

    private Desk desk(Customer customer, Topic topic) {
        return desks.get(
                switch (topic) {
                    case DELIVERY, RETURN -> customer.european() ? 0 : 2;
                    case REFUND, INVOICE -> 1;
                    case LOGIN, DEFECT -> 3;
                });
    }

    @Override
    public void comesAgain(Dialogue before) {
        if (isFree(before.threadId)) {
            Need again = before.need.again(stage.nextNeedNumber(), stage.nowMs(), dice);
            owing--;
            begin(before.customer, before.channel, again, "customer", before.id, null);
        }
    }

    @Override
    public void triesElsewhere(Dialogue waiting) {
        Channel other = waiting.channel == Channel.EMAIL ? Channel.WHATSAPP : Channel.EMAIL;
        if (isFree(threadId(waiting.customer, other))) {
            Need same = waiting.need.again(stage.nextNeedNumber(), stage.nowMs(), dice);
            owing--;
            begin(waiting.customer, other, same, "customer", null, waiting);
        }
    }

    private void reachOut(Customer customer, Channel channel, Need need) {
        Agent agent = desk(customer, need.topic()).agents().stream()
                .filter(Agent::hasRoom)
                .findFirst()
                .orElse(null);
        if (agent == null || channel.isLive()) {
            begin(customer, channel, need, "customer", null, null);
            return;
        }
        Dialogue dialogue = dialogue(customer, channel, need, "agent", null);
        stage.hold(dialogue);
        stage.begin(dialogue);
        stage.scribe.assigned(dialogue, agent);
        agent.take(dialogue, stage);
        stage.scribe.agent(dialogue, agent, Line.OUTREACH);
        office.customers().hears(dialogue, Said.QUESTION);
        stage.release(dialogue);
    }

    /** On Tuesdays and Thursdays an offer goes out, just before noon. */
    private void campaign(long day) {
        int weekday = OpeningHours.weekday(day).getValue();
        if (weekday != 2 && weekday != 4) {
            return;
        }
        long count = (long) (perWeight * 7 * CAMPAIGN_MESSAGES / 2);
        long startMs = day * DAY_MS + 11 * HOUR_MS;
        for (long place = 0; place < count; place++) {
            long atMs = startMs + place * 1_500 % HOUR_MS + dice.below(1_000);
            if (atMs >= scenario.fromMs() && atMs < scenario.untilMs()) {
                stage.agenda.at(atMs, this::advertise);
            }
        }
    }

    private void advertise() {
        Customer customer = someone();
        Channel channel = dice.chance(0.5) ? Channel.WHATSAPP : Channel.SMS;
        if (!isFree(threadId(customer, channel))) {
            return;
        }
        Need need = need();
        if (!dice.chance(CAMPAIGN_REPLIES)) {
            stage.scribe.unansweredCampaign(customer, channel, threadId(customer, channel), need.facts());
            return;
        }
        owing--;
        Dialogue dialogue = dialogue(customer, channel, need, "campaign", null);
        stage.hold(dialogue);
        stage.begin(dialogue);
        stage.scribe.campaign(dialogue);
        long delayMs = Math.min((long) dice.lognormal(0.7 * HOUR_MS, 1.4), 70 * HOUR_MS);
        stage.later(dialogue, delayMs, () -> office.customers().answersCampaign(dialogue));
        stage.release(dialogue);
    }
}
