package dev.threadline.jobs.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The windows of each day of a week. Windows of a day that overlap or touch become one, so equal hours are equal however
 * they were written; days without windows are closed and left out.
 */
public record WeeklyHours(Map<DayOfWeek, List<Window>> windows) implements Serializable {

    public WeeklyHours {
        Map<DayOfWeek, List<Window>> merged = new EnumMap<>(DayOfWeek.class);
        windows.forEach((day, ofDay) -> {
            if (!ofDay.isEmpty()) {
                merged.put(day, merged(ofDay));
            }
        });
        windows = Collections.unmodifiableMap(merged);
    }

    /** The windows of that day in order, apart from each other; none if it is closed. */
    public List<Window> on(DayOfWeek day) {
        return windows.getOrDefault(day, List.of());
    }

    private static List<Window> merged(List<Window> windows) {
        List<Window> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingInt(Window::startMinute));
        List<Window> merged = new ArrayList<>();
        Window last = sorted.get(0);
        for (Window next : sorted.subList(1, sorted.size())) {
            if (next.startMinute() <= last.endMinute()) {
                last = new Window(last.startMinute(), Math.max(last.endMinute(), next.endMinute()));
            } else {
                merged.add(last);
                last = next;
            }
        }
        merged.add(last);
        return List.copyOf(merged);
    }
}
