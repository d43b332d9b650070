package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Facts;
import dev.threadline.sample.language.Line;
import dev.threadline.sample.language.Phrases;
import dev.threadline.sample.log.Event;
import dev.threadline.sample.log.Kind;
import dev.threadline.sample.log.Log;
import dev.threadline.sample.log.Message;
import dev.threadline.sample.log.Role;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Language;
import dev.threadline.sample.truth.Truth;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what happens into words and into the log, and beside each record its truth. */
final class Scribe {

    private static final String BOT_ID = "helper-bot";
    private static final long FIRST_MESSAGE_NUMBER = 10_000_000_000L;

    private final Agenda agenda;
    private final Dice dice;
    private final Log log;
    private final Truth truth;
    private final Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
    private final StringBuilder words = new StringBuilder();
    private long number;

    Scribe(Agenda agenda, Dice dice, Log log, Truth truth) {
        this.agenda = agenda;
        this.dice = dice;
        this.log = log;
        this.truth = truth;
        for (Language language : Language.values()) {
            phrases.put(language, Phrases.of(language));
        }
    }

    void customer(Dialogue dialogue, Line... lines) {
        String text = text(dialogue, dialogue.need.facts(), lines);
        write(dialogue, Role.CUSTOMER, dialogue.customer.id(), Kind.MESSAGE, null, null, text);
    }

    /** The customer says something that wants no answer. */
    void acknowledgement(Dialogue dialogue, Line line) {
        String text = text(dialogue, dialogue.need.facts(), line);
        note(dialogue, message(dialogue, Role.CUSTOMER, dialogue.customer.id(), Kind.MESSAGE, null, null, text));
        dialogue.acknowledged(agenda.nowMs());
    }

    void agent(Dialogue dialogue, Agent agent, Line... lines) {
        String text = text(dialogue, dialogue.need.facts().by(agent.name()), lines);
        dialogue.writtenBy(agent);
        write(dialogue, Role.AGENT, agent.id(), Kind.MESSAGE, null, null, text);
    }

    void bot(Dialogue dialogue, Line... lines) {
        write(dialogue, Role.BOT, BOT_ID, Kind.MESSAGE, null, null, text(dialogue, dialogue.need.facts(), lines));
    }

    void note(Dialogue dialogue, Agent agent) {
        String text = text(dialogue, dialogue.need.facts(), Line.NOTE);
        write(dialogue, Role.AGENT, agent.id(), Kind.NOTE, null, null, text);
    }

    void auto(Dialogue dialogue, Role role, Line line) {
        String sender = role == Role.CUSTOMER ? dialogue.customer.id() : null;
        write(dialogue, role, sender, Kind.AUTO, null, null, text(dialogue, dialogue.need.facts(), line));
    }

    void campaign(Dialogue dialogue) {
        String text = text(dialogue, dialogue.need.facts(), Line.CAMPAIGN);
        write(dialogue, Role.SYSTEM, null, Kind.CAMPAIGN, null, null, text);
        dialogue.begins(agenda.nowMs());
    }

    /** A campaign's message that nobody answers: it belongs to no conversation. */
    void unansweredCampaign(Customer customer, Channel channel, String threadId, Need need) {
        String text = say(customer.language(), need, need.facts(), Line.CAMPAIGN);
        Message message =
                message(threadId, Role.SYSTEM, null, Kind.CAMPAIGN, null, null, channel, null, customer.id(), text);
        log.write(message);
        truth.message(message, null, null);
    }

    void event(Dialogue dialogue, Event event) {
        write(dialogue, Role.SYSTEM, null, Kind.EVENT, event, null, null);
    }

    void eventBy(Dialogue dialogue, Event event, Agent agent) {
        write(dialogue, Role.AGENT, agent.id(), Kind.EVENT, event, null, null);
    }

    void closedByCustomer(Dialogue dialogue) {
        write(dialogue, Role.CUSTOMER, dialogue.customer.id(), Kind.EVENT, Event.CLOSED, null, null);
    }

    void assigned(Dialogue dialogue, Agent to) {
        write(dialogue, Role.SYSTEM, null, Kind.EVENT, Event.ASSIGNED, to.id(), null);
    }

    private void write(
            Dialogue dialogue,
            Role role,
            @Nullable String sender,
            Kind kind,
            @Nullable Event event,
            @Nullable String assignee,
            @Nullable String text) {
        note(dialogue, message(dialogue, role, sender, kind, event, assignee, text));
        if (kind == Kind.MESSAGE) {
            dialogue.spoken(role, agenda.nowMs());
        }
    }

    private void note(Dialogue dialogue, Message message) {
        log.write(message);
        truth.message(message, dialogue.id, dialogue.need.id());
    }

    private Message message(
            Dialogue dialogue,
            Role role,
            @Nullable String sender,
            Kind kind,
            @Nullable Event event,
            @Nullable String assignee,
            @Nullable String text) {
        String team = dialogue.desk.team().name();
        String customer = dialogue.customer.id();
        return message(dialogue.threadId, role, sender, kind, event, assignee, dialogue.channel, team, customer, text);
    }

    private Message message(
            String threadId,
            Role role,
            @Nullable String sender,
            Kind kind,
            @Nullable Event event,
            @Nullable String assignee,
            Channel channel,
            @Nullable String team,
            String customerId,
            @Nullable String text) {
        number++;
        return new Message(
                threadId,
                "m" + (FIRST_MESSAGE_NUMBER + number),
                agenda.nowMs(),
                role,
                sender,
                kind,
                event,
                assignee,
                channel.id(),
                team,
                customerId,
                text,
                channel.isLive() ? number : Message.NONE,
                Message.NONE);
    }

    private String text(Dialogue dialogue, Facts facts, Line... lines) {
        return say(dialogue.customer.language(), dialogue.need, facts, lines);
    }

    private String say(Language language, Need need, Facts facts, Line... lines) {
        Phrases spoken = phrases.get(language);
        words.setLength(0);
        for (Line line : lines) {
            if (words.length() > 0) {
                words.append(line == Line.SIGN_OFF || line == Line.AGENT_SIGN_OFF ? '\n' : ' ');
            }
            if (spoken != null) {
                spoken.say(line, need.topic(), facts, dice, words);
            }
        }
        return tidy();
    }

    /** Takes out the double and trailing blanks that rules leave where they say nothing. */
    private String tidy() {
        for (int blanks = words.indexOf("  "); blanks >= 0; blanks = words.indexOf("  ", blanks)) {
            words.deleteCharAt(blanks);
        }
        return words.toString().strip();
    }
}
