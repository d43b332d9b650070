package dev.threadline.sample.simulation;

import dev.threadline.sample.operation.LocalClock;
import dev.threadline.sample.operation.OpeningHours;
import java.util.List;

/** Who works when: five days a week, early or late, with a break; every open day has someone from a team of two on. */
final class Roster {

    private static final long MINUTE_MS = 60_000;
    private static final int SHIFT_MINUTES = 8 * 60 + 30;
    private static final int BREAK_MINUTES = 30;
    private static final int DAYS_A_WEEK = 5;

    private final Stage stage;
    private final Floor floor;

    Roster(Stage stage, Floor floor) {
        this.stage = stage;
        this.floor = floor;
    }

    /** Plans the shifts of a team on a local date. */
    void plan(Desk desk, long localDay) {
        OpeningHours.Window window = desk.hours().on(localDay);
        if (window == null) {
            return;
        }
        LocalClock clock = new LocalClock(desk.team().zone());
        List<Agent> agents = desk.agents();
        for (int place = 0; place < agents.size(); place++) {
            if (works(place, agents.size(), desk.hours().daysAWeek(), localDay)) {
                shift(agents.get(place), place, window, clock, localDay);
            }
        }
    }

    private static boolean works(int place, int agents, int openDays, long localDay) {
        int weekday = OpeningHours.weekday(localDay).getValue() - 1;
        int daysOff = Math.max(0, openDays - DAYS_A_WEEK);
        int firstDayOff = place * openDays / agents;
        int sinceDayOff = Math.floorMod(weekday - firstDayOff, openDays);
        return sinceDayOff >= daysOff;
    }

    private void shift(Agent agent, int place, OpeningHours.Window window, LocalClock clock, long localDay) {
        long week = Math.floorDiv(localDay + 3, 7);
        boolean early = Math.floorMod(place + week, 2) == 0;
        int length = Math.min(SHIFT_MINUTES, window.untilMinuteExclusive() - window.fromMinute());
        int start = early ? window.fromMinute() : window.untilMinuteExclusive() - length;
        long jitterMs = stage.dice.below(5) * MINUTE_MS;
        long startMs = clock.instantMs(localDay, start * MINUTE_MS) + jitterMs;
        long endMs = startMs - jitterMs + length * MINUTE_MS;
        stage.agenda.at(startMs, () -> floor.arrive(agent));
        stage.agenda.at(endMs, () -> floor.leave(agent));
        if (length > 6 * 60) {
            long breakMs = startMs + (3 * 60 + 30 + place % 4 * 30) * MINUTE_MS;
            stage.agenda.at(breakMs, agent::pause);
            stage.agenda.at(breakMs + BREAK_MINUTES * MINUTE_MS, () -> floor.arrive(agent));
        }
    }
}
