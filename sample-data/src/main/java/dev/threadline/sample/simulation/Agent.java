package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Effects;
import dev.threadline.sample.operation.Language;
import dev.threadline.sample.operation.Team;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers: attends to one conversation at a time, but holds several; the more are going on, the slower.
 */
final class Agent {

    private static final List<String> NAMES = List.of(
            "Aoife", "Ben", "Carla", "Dmitri", "Elena", "Finn", "Grace", "Hugo", "Ines", "Jonas", "Kemal", "Lena",
            "Marco", "Nora", "Oscar", "Paula", "Quinn", "Rosa", "Sam", "Tara", "Uwe", "Vera", "Will", "Xenia", "Yann",
            "Zoe");

    private final Desk desk;
    private final String id;
    private final String name;
    private final List<Language> languages;
    private final double pace;
    private final int slots;
    private final List<Dialogue> inbox = new ArrayList<>();

    private boolean onDuty;
    private boolean busy;
    private @Nullable Dialogue before;
    private int assigned;
    private int active;

    /** The agent with this number, from 0, as a member of a team. */
    Agent(int number, Desk desk, Dice dice) {
        this.desk = desk;
        Team team = desk.team();
        this.id = "agent-" + (number < 9 ? "0" : "") + (number + 1);
        this.name = NAMES.get(number % NAMES.size());
        List<Language> spoken = new ArrayList<>(team.languages().subList(0, 1));
        for (Language further : team.languages().subList(1, team.languages().size())) {
            if (dice.chance(0.55)) {
                spoken.add(further);
            }
        }
        this.languages = List.copyOf(spoken);
        this.pace = dice.lognormal(1, 0.22);
        this.slots = 4 + dice.below(4);
    }

    Desk desk() {
        return desk;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean speaks(Language language) {
        return languages.contains(language);
    }

    boolean isOnDuty() {
        return onDuty;
    }

    boolean hasRoom() {
        return onDuty && active < slots;
    }

    int active() {
        return active;
    }

    List<Dialogue> inbox() {
        return inbox;
    }

    void arrive() {
        onDuty = true;
    }

    void pause() {
        onDuty = false;
    }

    /** Becomes the owner. */
    void take(Dialogue dialogue, Stage stage) {
        dialogue.owner = this;
        dialogue.lastOwner = this;
        assigned++;
        if (!dialogue.active) {
            dialogue.active = true;
            active++;
        }
        noteLoad(stage);
    }

    /** Is no longer the owner. */
    void letGo(Dialogue dialogue, Stage stage) {
        dialogue.owner = null;
        assigned--;
        if (dialogue.active) {
            dialogue.active = false;
            active--;
        }
        if (inbox.remove(dialogue)) {
            dialogue.task = null;
            stage.release(dialogue);
        }
        noteLoad(stage);
    }

    /** A conversation that this agent owns comes to life again. */
    void wake(Dialogue dialogue, Stage stage) {
        if (!dialogue.active) {
            dialogue.active = true;
            active++;
            noteLoad(stage);
        }
    }

    /** A conversation that this agent owns has gone quiet. */
    void rest(Dialogue dialogue, Stage stage) {
        if (dialogue.active) {
            dialogue.active = false;
            active--;
            noteLoad(stage);
        }
    }

    private void noteLoad(Stage stage) {
        stage.truth.load(id, stage.nowMs(), assigned, active);
    }

    /** Puts work on the desk; a conversation lies there at most once, the customer's wait comes before all else. */
    void put(Dialogue dialogue, Task task, Stage stage) {
        if (dialogue.task == null) {
            stage.hold(dialogue);
            inbox.add(dialogue);
            dialogue.task = task;
        } else if (task == Task.REPLY) {
            dialogue.task = task;
        }
    }

    /** Takes the next piece of work, live chats first, then who waits longest; null if busy, away or done. */
    @Nullable
    Dialogue next() {
        if (busy || !onDuty || inbox.isEmpty()) {
            return null;
        }
        int first = 0;
        for (int index = 1; index < inbox.size(); index++) {
            if (urgency(inbox.get(index)) < urgency(inbox.get(first))) {
                first = index;
            }
        }
        busy = true;
        return inbox.remove(first);
    }

    private static long urgency(Dialogue dialogue) {
        long sinceMs = dialogue.customerWaits() ? dialogue.waitingSinceMs : dialogue.lastPublicAtMs;
        return dialogue.channel.isLive() ? sinceMs - 86_400_000 : sinceMs;
    }

    void done(Dialogue dialogue) {
        busy = false;
        before = dialogue;
    }

    /** How much longer this agent takes for a piece of work now than an average one with nothing else to do. */
    double slowness(Dialogue dialogue, Effects effects) {
        double load = 1 + effects.slowdown() * Math.max(0, active - effects.focus());
        double change = before == null || before == dialogue ? 1 : 1.06;
        return pace * load * change;
    }
}
