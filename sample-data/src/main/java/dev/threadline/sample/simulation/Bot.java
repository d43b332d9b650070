package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Line;
import java.util.function.Consumer;

/** The bot: greets, asks for the order number, answers what it can, and hands over the rest. */
final class Bot {

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
        soon(dialogue, () -> {
            dialogue.need.resolve(dialogue.lastPublicAtMs);
            stage.scribe.bot(dialogue, Line.BOT_BYE);
        });
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
        // Half of those that the bot answers confirm, and a third leave content without a word.
        if (!dice.chance(stage.scenario.effects().botContainment() / 0.78)) {
            handOver(dialogue);
            return;
        }
        stage.scribe.bot(dialogue, Line.BOT_ANSWER);
        dialogue.need.advance();
        dialogue.need.resolve(stage.nowMs());
        soon(dialogue, () -> {
            stage.scribe.bot(dialogue, Line.BOT_CHECK);
            customers.hears(dialogue, Said.BOT_ANSWER);
        });
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
