package dev.threadline.jobs.pipeline.increment.table;

import dev.threadline.ingestion.warehouse.DataFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a table changes.
 *
 * @param added files of rows that came
 * @param removed scratch files of rows that went
 * @param removedDays days since the epoch, UTC, of the instants of those
 */
public record ChangedFiles(List<DataFile> added, List<DataFile> removed, Set<Long> removedDays)
        implements Serializable {

    ChangedFiles() {
        this(new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
    }

    ChangedFiles plus(ChangedFiles other) {
        added.addAll(other.added);
        removed.addAll(other.removed);
        removedDays.addAll(other.removedDays);
        return this;
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    /** How many rows came and went, for those who wait. */
    @Override
    public String toString() {
        return String.format(": %,d rows came, %,d went", DataFile.rows(added), removedRows());
    }

    long removedRows() {
        return DataFile.rows(removed);
    }
}
