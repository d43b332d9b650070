package dev.threadline.jobs.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Open intervals in order, none touching another, with the running sum of their lengths. Immutable. */
final class OpenIntervals {

    private final long[] startsMs;
    private final long[] endsMs;
    private final long[] openBeforeMs;

    private OpenIntervals(List<Interval> disjoint) {
        startsMs = disjoint.stream().mapToLong(Interval::startMs).toArray();
        endsMs = disjoint.stream().mapToLong(Interval::endMs).toArray();
        openBeforeMs = new long[startsMs.length + 1];
        for (int i = 0; i < startsMs.length; i++) {
            openBeforeMs[i + 1] = openBeforeMs[i] + endsMs[i] - startsMs[i];
        }
    }

    /** The union of the intervals, which may come in any order, overlap, or be empty. */
    static OpenIntervals unionOf(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.removeIf(Interval::isEmpty);
        sorted.sort(Comparator.comparingLong(Interval::startMs));
        List<Interval> disjoint = new ArrayList<>();
        for (Interval next : sorted) {
            int last = disjoint.size() - 1;
            if (last >= 0 && next.startMs() <= disjoint.get(last).endMs()) {
                Interval before = disjoint.get(last);
                disjoint.set(last, new Interval(before.startMs(), Math.max(before.endMs(), next.endMs())));
            } else {
                disjoint.add(next);
            }
        }
        return new OpenIntervals(disjoint);
    }

    long totalMs() {
        return openBeforeMs[startsMs.length];
    }

    /** Open milliseconds from the first interval's start to the instant. */
    long openUntil(long instantMs) {
        int last = lastStartedBy(instantMs);
        return last < 0 ? 0 : openBeforeMs[last] + Math.min(instantMs, endsMs[last]) - startsMs[last];
    }

    boolean isOpen(long instantMs) {
        int last = lastStartedBy(instantMs);
        return last >= 0 && instantMs < endsMs[last];
    }

    private int lastStartedBy(long instantMs) {
        int found = Arrays.binarySearch(startsMs, instantMs);
        return found >= 0 ? found : -found - 2;
    }
}
