package dev.threadline.jobs.pipeline.increment.table;

import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.ingestion.warehouse.AgedFiles;
import dev.threadline.ingestion.warehouse.DataFileWriter;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.Table;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;

/** Writes which rows of a table came, and which went, to files of one task. */
public final class RowChanges<T> implements AutoCloseable {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    /**
     * Where the files go.
     *
     * @param tables the folders of the tables
     * @param scratch for rows that went
     */
    public record Folders(DataFiles tables, DataFiles scratch, AgeBands bands) implements Serializable {

        /** Notes how a table changes. */
        public <T> RowChanges<T> open(Table<T> table) {
            return new RowChanges<>(table, this);
        }
    }

    private final Table<T> table;
    private final AgedFiles<T> added;
    private final DataFileWriter<T> removed;
    private final TreeSet<Long> removedDays = new TreeSet<>();

    private RowChanges(Table<T> table, Folders folders) {
        this.table = table;
        this.added = folders.tables().open(table, folders.bands());
        this.removed = folders.scratch().open(table);
    }

    Table<T> table() {
        return table;
    }

    /** Compares what was with what is, row by row; a row that is in both is left alone. */
    public void add(List<T> before, List<T> after) {
        Map<InternalRow, Deque<T>> left = new HashMap<>();
        for (T entity : before) {
            left.computeIfAbsent(table.toInternalRow(entity), unseen -> new ArrayDeque<>())
                    .add(entity);
        }
        for (T entity : after) {
            Deque<T> same = before.isEmpty() ? null : left.get(table.toInternalRow(entity));
            if (same == null || same.poll() == null) {
                added.write(entity);
            }
        }
        left.values().forEach(gone -> gone.forEach(this::remove));
    }

    /** Replaces rows whether they differ or not. */
    public void replace(List<T> before, List<T> after) {
        before.forEach(this::remove);
        after.forEach(added::write);
    }

    ChangedFiles finish() {
        return new ChangedFiles(added.finish(), removed.finish().stream().toList(), removedDays);
    }

    @Override
    public void close() {
        added.close();
        removed.close();
    }

    private void remove(T entity) {
        removed.write(entity);
        removedDays.add(Math.floorDiv(table.instant(entity), DAY_MS));
    }
}
