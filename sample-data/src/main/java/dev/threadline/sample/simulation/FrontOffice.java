package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.log.Event;
import dev.threadline.sample.log.Role;
import java.util.function.Consumer;

/** Where messages of customers arrive: they go to the bot, to the owner, or into a team's queue. */
final class FrontOffice implements Counter {

    private static final double OWNER_TAKES_IT_BACK = 0.7;
    private static final double WAITS_FOR_OWNER = 0.5;
    private static final double SAYS_CLOSED = 0.6;

    private final Stage stage;
    private final Dice dice;
    private final Newcomers newcomers;
    private final CustomerSide customers;
    private final Closing closing;
    private final Floor floor;
    private final Bot bot;

    FrontOffice(Stage stage, Newcomers newcomers) {
        this.stage = stage;
        this.dice = stage.dice;
        this.newcomers = newcomers;
        this.customers = new CustomerSide(stage, this);
        Consumer<Desk> dispatch = this::dispatch;
        this.closing = new Closing(stage, dispatch);
        this.floor = new Floor(stage, customers, closing);
        this.bot = new Bot(stage, customers, closing, this::handOver);
    }

    CustomerSide customers() {
        return customers;
    }

    Floor floor() {
        return floor;
    }

    /** A customer begins a conversation. */
    void open(Dialogue dialogue) {
        stage.hold(dialogue);
        if (dialogue.channel.isLive()) {
            stage.scribe.event(dialogue, Event.OPENED);
        }
        dialogue.withBot = dialogue.twinOf == null && bot.meets(dialogue);
        long delayMs = dialogue.channel.isLive() ? 2_000 + (long) dice.lognormal(6_000, 0.6) : 0;
        stage.later(dialogue, delayMs, () -> {
            if (dialogue.repeats != null) {
                customers.comesBack(dialogue);
            } else {
                customers.begins(dialogue);
            }
        });
        stage.release(dialogue);
    }

    @Override
    public void customerWrote(Dialogue dialogue) {
        Agent owner = dialogue.owner;
        if (owner == null) {
            if (!dialogue.withBot) {
                arrive(dialogue);
            }
        } else if (owner.isOnDuty() || (!dialogue.channel.isLive() && dice.chance(WAITS_FOR_OWNER))) {
            floor.put(dialogue, owner, Task.REPLY);
        } else if (dialogue.task == null) {
            floor.queue(dialogue);
        }
    }

    private void arrive(Dialogue dialogue) {
        boolean first = !dialogue.queued;
        dialogue.desk.enqueue(dialogue, stage);
        if (first && !dialogue.desk.isOpen(stage.nowMs()) && dice.chance(SAYS_CLOSED)) {
            stage.later(
                    dialogue,
                    dice.between(1_500, 6_000),
                    () -> stage.scribe.auto(dialogue, Role.SYSTEM, Line.CLOSED_NOW));
        }
        floor.dispatch(dialogue.desk);
    }

    private void handOver(Dialogue dialogue) {
        floor.queue(dialogue);
    }

    private void dispatch(Desk desk) {
        floor.dispatch(desk);
    }

    @Override
    public void customerPaused(Dialogue dialogue) {
        if (dialogue.withBot && dialogue.owner == null) {
            bot.reacts(dialogue);
        }
    }

    @Override
    public void customerThanked(Dialogue dialogue) {
        Agent owner = dialogue.owner;
        if (dialogue.withBot) {
            bot.thanked(dialogue);
        } else if (!dialogue.closed && owner != null && owner.isOnDuty() && dice.chance(0.45)) {
            floor.put(dialogue, owner, Task.GOODBYE);
        }
    }

    @Override
    public void reopen(Dialogue dialogue) {
        if (dice.chance(0.7)) {
            stage.scribe.event(dialogue, Event.REOPENED);
        }
        dialogue.closed = false;
        dialogue.reopens++;
        Agent last = dialogue.lastOwner;
        if (last != null && last.isOnDuty() && dice.chance(OWNER_TAKES_IT_BACK)) {
            last.take(dialogue, stage);
        }
    }

    @Override
    public void customerClosed(Dialogue dialogue) {
        stage.scribe.closedByCustomer(dialogue);
        closing.closed(dialogue);
    }

    @Override
    public void comesAgain(Dialogue dialogue) {
        stage.settle(dialogue);
        newcomers.comesAgain(dialogue);
    }

    @Override
    public void triesElsewhere(Dialogue dialogue) {
        newcomers.triesElsewhere(dialogue);
    }
}
