package dev.threadline.jobs.pipeline.increment.table;

import dev.threadline.ingestion.warehouse.DataFile;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.pipeline.RowCounts;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** How the tables change. Adding is associative. */
public final class ChangedTables implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<String, ChangedFiles> byTable = new HashMap<>();

    /** Completes the files of a table and counts them in. */
    public ChangedTables with(RowChanges<?> changes) {
        of(changes.table()).plus(changes.finish());
        return this;
    }

    /** Adds what changed elsewhere. */
    public ChangedTables plus(ChangedTables other) {
        other.byTable.forEach((table, files) -> of(table).plus(files));
        return this;
    }

    /** How a table changes. */
    public ChangedFiles of(Table<?> table) {
        return of(table.name());
    }

    /** How many rows came and went. */
    RowCounts rows() {
        Map<String, Long> added = new HashMap<>();
        Map<String, Long> removed = new HashMap<>();
        byTable.forEach((table, files) -> {
            added.put(table, DataFile.rows(files.added()));
            removed.put(table, files.removedRows());
        });
        return new RowCounts(added, removed);
    }

    private ChangedFiles of(String table) {
        return byTable.computeIfAbsent(table, unseen -> new ChangedFiles());
    }
}
