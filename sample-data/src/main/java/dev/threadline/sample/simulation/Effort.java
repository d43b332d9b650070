package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Effects;

/** How much attention an agent's next piece of work takes: by channel, topic, person and load. */
final class Effort {

    private static final long SECOND_MS = 1_000;
    private static final double GOODBYE_SECONDS = 9;
    private static final double WRAP_UP_SECONDS = 35;

    /** The first reply takes longer than those after it. */
    private static final double READING_UP = 1.3;

    private static final double KNOWING_IT = 0.9;
    private static final double ONE_MORE_MESSAGE = 0.28;
    private static final long LONGEST_MS = 40 * 60 * SECOND_MS;

    private final Agenda agenda;
    private final Dice dice;
    private final Effects effects;

    Effort(Agenda agenda, Dice dice, Effects effects) {
        this.agenda = agenda;
        this.dice = dice;
        this.effects = effects;
    }

    /** What the agent is about to do with a conversation. */
    Work plan(Agent agent, Dialogue dialogue) {
        Task task = dialogue.task == null ? Task.WRAP_UP : dialogue.task;
        boolean fresh = dialogue.isNewTo(agent);
        int messages = messages(dialogue, task);
        long effortMs = effortMs(agent, dialogue, task, fresh);
        return new Work(agent, dialogue, task, fresh, messages, agent.active(), agenda.nowMs(), effortMs);
    }

    private int messages(Dialogue dialogue, Task task) {
        boolean talks = task == Task.REPLY && !dialogue.closed && !dialogue.left && dialogue.twinOf == null;
        return talks && dialogue.channel != Channel.EMAIL ? 1 + dice.streak(ONE_MORE_MESSAGE, 2) : 1;
    }

    private long effortMs(Agent agent, Dialogue dialogue, Task task, boolean fresh) {
        double seconds = switch (task) {
            case REPLY, FOLLOW_UP ->
                dialogue.channel.effortSeconds() * dialogue.need.topic().effort() * (fresh ? READING_UP : KNOWING_IT);
            case GOODBYE -> GOODBYE_SECONDS;
            case WRAP_UP -> WRAP_UP_SECONDS;
        };
        double saving = dialogue.channel.isMessaging() ? 1 - effects.messagingSaving() : 1;
        double medianMs = seconds * SECOND_MS * saving * agent.slowness(dialogue, effects);
        return Math.min(2 * SECOND_MS + (long) dice.lognormal(medianMs, 0.6), LONGEST_MS);
    }
}
