package dev.threadline.jobs.calendar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of time in which one schedule holds; without a schedule all of it is open. */
record Era(Interval during, @Nullable Schedule schedule) {

    /**
     * All time, cut where a schedule begins to hold.
     *
     * @param schedules in rising order of precedence: each, once begun, silences those before it
     */
    static List<Era> of(List<Schedule> schedules) {
        List<Era> eras = new ArrayList<>();
        long endMs = Interval.ALL_TIME.endMs();
        for (int i = schedules.size() - 1; i >= 0; i--) {
            Schedule schedule = schedules.get(i);
            long startMs = Math.max(schedule.startMs(), Interval.ALL_TIME.startMs());
            if (startMs < endMs) {
                eras.add(new Era(new Interval(startMs, endMs), schedule));
                endMs = startMs;
            }
        }
        eras.add(new Era(new Interval(Interval.ALL_TIME.startMs(), endMs), null));
        Collections.reverse(eras);
        return List.copyOf(eras);
    }

    /** Its open intervals inside {@code bounds}. */
    List<Interval> openWithin(Interval bounds) {
        Interval part = during.clippedTo(bounds);
        if (part.isEmpty()) {
            return List.of();
        }
        return schedule == null ? List.of(part) : schedule.openWithin(part);
    }
}
