package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.pipeline.shuffle.Sliced;
import dev.threadline.jobs.sensitivity.SensitivityTotals;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the threads of some partitions. Adding is associative.
 *
 * @param files the finished ones
 * @param days the totals so far
 * @param sensitivity the totals under other policies so far
 * @param counts of what was found
 */
public record BuiltThreads(BuiltFiles files, DailyMetrics days, SensitivityTotals sensitivity, Counts counts)
        implements Sliced<BuiltThreads> {

    /**
     * How much was found.
     *
     * @param records read
     * @param unattached of them, those that belong to no conversation
     */
    public record Counts(long records, long unattached, long conversations) implements Serializable {

        /** Nothing found. */
        public static final Counts NONE = new Counts(0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    records + other.records, unattached + other.unattached, conversations + other.conversations);
        }

        /** The difference to others, negative where those are more. */
        public Counts less(Counts other) {
            return new Counts(
                    records - other.records, unattached - other.unattached, conversations - other.conversations);
        }
    }

    /** All but the days are small, and in the first slice. */
    @Override
    public List<BuiltThreads> slices(int count) {
        List<BuiltThreads> slices = new ArrayList<>();
        for (DailyMetrics slice : days.slices(count)) {
            slices.add(
                    slices.isEmpty()
                            ? new BuiltThreads(files, slice, sensitivity, counts)
                            : new BuiltThreads(new BuiltFiles(), slice, new SensitivityTotals(), Counts.NONE));
        }
        return slices;
    }

    @Override
    public BuiltThreads plus(BuiltThreads other) {
        return new BuiltThreads(
                files.plus(other.files),
                days.plus(other.days),
                sensitivity.plus(other.sensitivity),
                counts.plus(other.counts));
    }
}
