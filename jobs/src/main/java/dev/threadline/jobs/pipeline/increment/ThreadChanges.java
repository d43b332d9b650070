package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.pipeline.BuiltThreads;
import java.io.Serializable;

/**
 * What came of some threads. Adding is associative.
 *
 * @param tables how they change
 * @param days by how much the totals of days differ
 * @param counts how many more there are, negative for fewer
 */
record ThreadChanges(ChangedTables tables, DailyMetrics days, BuiltThreads.Counts counts) implements Serializable {

    ThreadChanges plus(ThreadChanges other) {
        return new ThreadChanges(tables.plus(other.tables), days.plus(other.days), counts.plus(other.counts));
    }
}
