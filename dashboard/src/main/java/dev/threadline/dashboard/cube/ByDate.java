package dev.threadline.dashboard.cube;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Rows by their report date.
 *
 * @param all in the order of their dates
 */
record ByDate<T>(List<T> all, Function<T, LocalDate> dateOf) {

    ByDate {
        all = List.copyOf(all);
    }

    /** Those of the dates in {@code [fromInclusive, untilExclusive)}. */
    List<T> of(LocalDate fromInclusive, LocalDate untilExclusive) {
        int from = firstFrom(fromInclusive);
        return all.subList(from, Math.max(from, firstFrom(untilExclusive)));
    }

    private int firstFrom(LocalDate date) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dateOf.apply(all.get(middle)).isBefore(date)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
