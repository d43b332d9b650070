package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.pipeline.BuiltThreads;
import dev.threadline.jobs.pipeline.increment.table.ChangedTables;
import dev.threadline.jobs.pipeline.shuffle.Sliced;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of some threads. Adding is associative.
 *
 * @param tables how they change
 * @param days by how much the totals of days differ
 * @param counts how many more there are, negative for fewer
 */
record ThreadChanges(ChangedTables tables, DailyMetrics days, BuiltThreads.Counts counts)
        implements Sliced<ThreadChanges> {

    @Override
    public List<ThreadChanges> slices(int count) {
        List<ThreadChanges> slices = new ArrayList<>();
        for (DailyMetrics slice : days.slices(count)) {
            slices.add(
                    slices.isEmpty()
                            ? new ThreadChanges(tables, slice, counts)
                            : new ThreadChanges(new ChangedTables(), slice, BuiltThreads.Counts.NONE));
        }
        return slices;
    }

    @Override
    public ThreadChanges plus(ThreadChanges other) {
        return new ThreadChanges(tables.plus(other.tables), days.plus(other.days), counts.plus(other.counts));
    }
}
