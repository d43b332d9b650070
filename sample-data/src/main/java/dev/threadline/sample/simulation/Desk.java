package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.OpeningHours;
import dev.threadline.sample.operation.Team;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team at work: its queue and its agents. */
final class Desk {

    private final Team team;
    private final OpeningHours hours;
    private final List<Agent> agents = new ArrayList<>();
    private Desk neighbour = this;
    private final Deque<Dialogue> live = new ArrayDeque<>();
    private final Deque<Dialogue> patient = new ArrayDeque<>();

    Desk(Team team) {
        this.team = team;
        this.hours = team.openingHours();
    }

    /** Someone joins the team. */
    void hire(int number, Dice dice) {
        agents.add(new Agent(number, this, dice));
    }

    Team team() {
        return team;
    }

    List<Agent> agents() {
        return agents;
    }

    OpeningHours hours() {
        return hours;
    }

    /** The team that this one hands conversations to: another specialty, if need be another zone. */
    Desk neighbour() {
        return neighbour;
    }

    void hasNeighbour(Desk other) {
        neighbour = other;
    }

    boolean isOpen(long instantMs) {
        return hours.isOpen(instantMs);
    }

    void enqueue(Dialogue dialogue, Stage stage) {
        if (!dialogue.queued) {
            dialogue.queued = true;
            stage.hold(dialogue);
            (dialogue.channel.isLive() ? live : patient).add(dialogue);
        }
    }

    /** The next in the queue that still wants to be answered here, or null. */
    @Nullable
    Dialogue head(Stage stage) {
        for (Deque<Dialogue> queue : List.of(live, patient)) {
            for (Dialogue next = queue.peek(); next != null; next = queue.peek()) {
                if (next.queued && !next.closed && !next.settled && next.owner == null) {
                    return next;
                }
                take(next, stage);
            }
        }
        return null;
    }

    /** Takes the head out of the queue. */
    void take(Dialogue head, Stage stage) {
        (head.channel.isLive() ? live : patient).remove();
        head.queued = false;
        stage.release(head);
    }

    /** Some agent who has room, or null. */
    @Nullable
    Agent withRoom() {
        return agents.stream().filter(Agent::hasRoom).findFirst().orElse(null);
    }

    /** The agent with the least to do who has room, one who speaks the customer's language if possible; or null. */
    @Nullable
    Agent available(Dialogue dialogue) {
        Agent best = null;
        boolean bestSpeaks = false;
        for (Agent agent : agents) {
            if (!agent.hasRoom()) {
                continue;
            }
            boolean speaks = agent.speaks(dialogue.customer.language());
            if (best == null || (speaks && !bestSpeaks) || (speaks == bestSpeaks && agent.active() < best.active())) {
                best = agent;
                bestSpeaks = speaks;
            }
        }
        return best;
    }
}
