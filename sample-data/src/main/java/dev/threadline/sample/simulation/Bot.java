package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import java.util.function.Consumer;

/** The bot: greets, asks for the order number, answers what it can, and hands over the rest. */
final class Bot {

    /** Customers who leave when the bot asks back. */
    static final double CUSTOMERS_LEAVE = 0.12;

    /** Of those that the bot answers: who says so when it helped, and who when it did not. */
    static final double CONFIRM = 0.5;

    static final double DENY = 0.12;

    /** Of those that the bot answers: who leaves without an answer and without a word. */
    static final double LEAVE_DISCONTENT = 0.12;

    private static final double ASKS_BACK = 0.6;
    private static final double MOST_CONTAINED = (1 - CUSTOMERS_LEAVE) * (1 - DENY - LEAVE_DISCONTENT);

    private final Stage stage;
    private final Dice dice;
    private final CustomerSide customers;
    private final Closing closing;
    private final Consumer<Dialogue> handOver;

    /** A bot that hands over to people in the given way. */
    Bot(Stage stage, CustomerSide customers, Closing closing, Consumer<Dialogue> handOver) {
        this.stage = stage;
        this.dice = stage.dice;
        this.customers = customers;
        this.closing = closing;
        this.handOver = handOver;
    }

    /** True if a conversation that begins is met by the bot. */
    boolean meets(Dialogue dialogue) {
        return dice.chance(dialogue.channel.botShare());
    }

    /** The customer has finished saying something to the bot. */
    void reacts(Dialogue dialogue) {
        dialogue.botStep++;
        switch (dialogue.botStep) {
            case 1 -> soon(dialogue, () -> greet(dialogue));
            case 2 -> soon(dialogue, () -> answerOrHandOver(dialogue));
            default -> soon(dialogue, () -> handOver(dialogue));
        }
    }

    /** The customer is content with the bot. */
    void thanked(Dialogue dialogue) {
        soon(dialogue, () -> stage.scribe.bot(dialogue, Line.BOT_BYE));
    }

    private void greet(Dialogue dialogue) {
        stage.scribe.bot(dialogue, Line.BOT_GREETING);
        soon(dialogue, () -> {
            stage.scribe.bot(dialogue, Line.BOT_ASK);
            closing.watch(dialogue);
            customers.hears(dialogue, Said.BOT_QUESTION);
        });
    }

    private void answerOrHandOver(Dialogue dialogue) {
        if (!dice.chance(stage.scenario.effects().botContainment() / MOST_CONTAINED)) {
            handOver(dialogue);
            return;
        }
        stage.scribe.bot(dialogue, Line.BOT_ANSWER);
        dialogue.need.advance();
        dialogue.need.resolve(stage.nowMs());
        if (dice.chance(ASKS_BACK)) {
            soon(dialogue, () -> {
                stage.scribe.bot(dialogue, Line.BOT_CHECK);
                customers.hears(dialogue, Said.BOT_ANSWER);
            });
        } else {
            customers.hears(dialogue, Said.BOT_ANSWER);
        }
    }

    private void handOver(Dialogue dialogue) {
        boolean open = dialogue.desk.isOpen(stage.nowMs());
        stage.scribe.bot(dialogue, open ? Line.BOT_HANDOFF : Line.BOT_CLOSED);
        dialogue.need.grow(0);
        dialogue.withBot = false;
        handOver.accept(dialogue);
    }

    private void soon(Dialogue dialogue, Runnable act) {
        stage.later(dialogue, 700 + (long) dice.lognormal(900, 0.5), () -> {
            if (dialogue.withBot) {
                act.run();
            }
        });
    }
}
