package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.log.Log;
import dev.threadline.sample.operation.Scenario;
import dev.threadline.sample.operation.Team;
import dev.threadline.sample.truth.Truth;
import java.util.ArrayList;
import java.util.List;

/** Lets a business run for a while and writes down what is said. */
public final class Simulation {

    private static final long DAY_MS = 86_400_000;

    /** The plan for a date is made while it is still the day before everywhere. */
    private static final long PLANNED_AHEAD_MS = DAY_MS / 2;

    private final Scenario scenario;
    private final Agenda agenda;
    private final Stage stage;
    private final List<Desk> desks = new ArrayList<>();
    private final Arrivals arrivals;
    private final Roster roster;

    /** A business with these teams, ready to run. */
    public Simulation(Scenario scenario, List<Team> teams, Log log, Truth truth) {
        this.scenario = scenario;
        this.agenda = new Agenda(scenario.fromMs() - 2 * DAY_MS);
        Dice dice = Dice.seeded(scenario.seed());
        this.stage = new Stage(scenario, agenda, dice, new Scribe(agenda, dice, log, truth), truth);
        hire(teams, dice);
        Reception reception = new Reception(stage, desks);
        this.arrivals = new Arrivals(stage, reception);
        this.roster = new Roster(stage, reception.office().floor());
    }

    private void hire(List<Team> teams, Dice dice) {
        int hired = 0;
        double share = 0;
        for (Team team : teams) {
            Desk desk = new Desk(team);
            desks.add(desk);
            share += team.share();
            long upTo = Math.round(share * scenario.agents());
            while (hired < upTo || desk.agents().isEmpty()) {
                desk.hire(hired++, dice);
            }
        }
        for (int place = 0; place < desks.size(); place++) {
            desks.get(place).hasNeighbour(desks.get((place + 1) % desks.size()));
        }
    }

    /** Runs from the beginning to the end. */
    public void run() {
        long firstDay = Math.floorDiv(scenario.fromMs(), DAY_MS) - 1;
        for (long day = firstDay; day * DAY_MS - PLANNED_AHEAD_MS < scenario.untilMs(); day++) {
            agenda.runUntil(Math.min(day * DAY_MS - PLANNED_AHEAD_MS, scenario.untilMs()));
            for (Desk desk : desks) {
                roster.plan(desk, day);
            }
            if (day > firstDay) {
                arrivals.plan(day);
            }
        }
        agenda.runUntil(scenario.untilMs());
        stage.end();
    }

    /** How many conversations began. */
    public long conversations() {
        return stage.dialogues();
    }
}
