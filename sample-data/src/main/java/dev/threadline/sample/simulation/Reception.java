package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where conversations begin: each thread holds at most one at a time. */
final class Reception implements Newcomers {

    private static final double HOUR_MS = 3_600_000;
    private static final double SOON_AGAIN = 0.13;
    private static final double ANNOYED_FROM_THE_START = 0.08;

    private final Stage stage;
    private final Dice dice;
    private final List<Desk> desks;
    private final FrontOffice office;
    private long unplanned;

    Reception(Stage stage, List<Desk> desks) {
        this.stage = stage;
        this.dice = stage.dice;
        this.desks = desks;
        this.office = new FrontOffice(stage, this);
    }

    FrontOffice office() {
        return office;
    }

    /** How many conversations began since the last call that no plan had foreseen. */
    long takeUnplanned() {
        long count = unplanned;
        unplanned = 0;
        return count;
    }

    /** A new need. */
    Need need() {
        return Need.any(stage.nextNeedNumber(), stage.nowMs(), dice);
    }

    static String threadId(Customer customer, Channel channel) {
        return channel.threadPrefix() + "-" + customer.id();
    }

    /** The team for a topic: orders go to the customer's side of the ocean, the rest to the specialists. */
    Desk desk(Customer customer, Topic topic) {
        return desks.get(
                switch (topic) {
                    case DELIVERY, RETURN -> customer.european() ? 0 : 2;
                    case REFUND, INVOICE -> 1;
                    case LOGIN, DEFECT -> 3;
                });
    }

    /** True if nothing is going on there; a conversation that only waits for a timer to close it is settled. */
    boolean isFree(Customer customer, Channel channel) {
        Dialogue before = stage.on(threadId(customer, channel));
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

    /** The customer writes about something new. */
    void customerWrites(Customer customer, Channel channel, Need need) {
        open(customer, channel, need, null, null);
        if (dice.chance(SOON_AGAIN)) {
            long laterMs = (long) dice.lognormal(20 * HOUR_MS, 1.1);
            stage.agenda.in(laterMs, () -> writesSoonAgain(customer, channel));
        }
    }

    private void writesSoonAgain(Customer customer, Channel channel) {
        if (isFree(customer, channel)) {
            unplanned++;
            customerWrites(customer, channel, need());
        }
    }

    @Override
    public void comesAgain(Dialogue before) {
        if (isFree(before.customer, before.channel)) {
            unplanned++;
            Need again = before.need.again(stage.nextNeedNumber(), stage.nowMs(), dice);
            open(before.customer, before.channel, again, before.id, null);
        }
    }

    @Override
    public void triesElsewhere(Dialogue waiting) {
        Channel other = waiting.channel == Channel.EMAIL ? Channel.WHATSAPP : Channel.EMAIL;
        if (isFree(waiting.customer, other)) {
            unplanned++;
            Need same = waiting.need.again(stage.nextNeedNumber(), stage.nowMs(), dice);
            open(waiting.customer, other, same, null, waiting);
        }
    }

    private void open(
            Customer customer, Channel channel, Need need, @Nullable String repeats, @Nullable Dialogue twin) {
        Dialogue dialogue = begin(customer, channel, need, "customer", repeats);
        dialogue.twinOf = twin;
        dialogue.annoyance = repeats != null || twin != null || dice.chance(ANNOYED_FROM_THE_START) ? 1 : 0;
        office.open(dialogue);
    }

    /** An agent writes first. */
    void agentWrites(Agent agent, Customer customer, Channel channel, Need need) {
        Dialogue dialogue = begin(customer, channel, need, "agent", null);
        stage.hold(dialogue);
        stage.scribe.assigned(dialogue, agent);
        agent.take(dialogue, stage);
        stage.scribe.agent(dialogue, agent, Line.OUTREACH);
        office.customers().hears(dialogue, Said.QUESTION);
        stage.release(dialogue);
    }

    /** A customer gets a campaign's message and will answer it after a while. */
    void answersCampaign(Customer customer, Channel channel, Need need, long delayMs) {
        unplanned++;
        Dialogue dialogue = begin(customer, channel, need, "campaign", null);
        stage.scribe.campaign(dialogue);
        stage.later(dialogue, delayMs, () -> office.customers().answersCampaign(dialogue));
    }

    private Dialogue begin(
            Customer customer, Channel channel, Need need, String initiatedBy, @Nullable String repeats) {
        Desk desk = desk(customer, need.topic());
        String threadId = threadId(customer, channel);
        Dialogue dialogue =
                new Dialogue(stage.nextDialogueId(), threadId, customer, channel, desk, need, initiatedBy, repeats);
        stage.begin(dialogue);
        return dialogue;
    }
}
