package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.daily.DailyMetrics;
import java.io.Serializable;

/** What came of the threads of some partitions: finished files, and the days so far. Adding is associative. */
record BuiltThreads(BuiltFiles files, DailyMetrics days) implements Serializable {

    BuiltThreads plus(BuiltThreads other) {
        return new BuiltThreads(files.plus(other.files), days.plus(other.days));
    }
}
