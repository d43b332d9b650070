package dev.threadline.jobs.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Neighbouring pages of a calendar, each a fixed stretch of time, with the running sum of their open time. Immutable. */
final class Pages {

    private static final long PAGE_MS = Duration.ofDays(366).toMillis();

    private final long firstNumber;
    private final List<OpenIntervals> pages;
    private final long[] openBeforeMs;

    private Pages(long firstNumber, List<OpenIntervals> pages) {
        this.firstNumber = firstNumber;
        this.pages = List.copyOf(pages);
        this.openBeforeMs = new long[pages.size() + 1];
        for (int i = 0; i < pages.size(); i++) {
            openBeforeMs[i + 1] = openBeforeMs[i] + pages.get(i).totalMs();
        }
    }

    static Pages none() {
        return new Pages(0, List.of());
    }

    boolean cover(Interval range) {
        return indexOf(range.startMs()) >= 0 && indexOf(range.endMs()) < pages.size();
    }

    /** These pages and those that a range needs, drawn where they are missing, without a hole between. */
    Pages extendedTo(Interval range, Function<Interval, OpenIntervals> draw) {
        boolean none = pages.isEmpty();
        long first = none ? numberOf(range.startMs()) : Math.min(firstNumber, numberOf(range.startMs()));
        long last = none ? numberOf(range.endMs()) : Math.max(firstNumber + pages.size() - 1, numberOf(range.endMs()));
        List<OpenIntervals> extended = new ArrayList<>();
        for (long number = first; number <= last; number++) {
            long index = number - firstNumber;
            boolean isDrawn = index >= 0 && index < pages.size();
            extended.add(
                    isDrawn
                            ? pages.get((int) index)
                            : draw.apply(new Interval(number * PAGE_MS, (number + 1) * PAGE_MS)));
        }
        return new Pages(first, extended);
    }

    /** Open milliseconds from the start of the first page to the instant. */
    long openUntil(long instantMs) {
        int index = (int) indexOf(instantMs);
        return openBeforeMs[index] + pages.get(index).openUntil(instantMs);
    }

    boolean isOpen(long instantMs) {
        return pages.get((int) indexOf(instantMs)).isOpen(instantMs);
    }

    private long indexOf(long instantMs) {
        return numberOf(instantMs) - firstNumber;
    }

    private static long numberOf(long instantMs) {
        return Math.floorDiv(instantMs, PAGE_MS);
    }
}
