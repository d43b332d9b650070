package dev.threadline.ingestion.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Writes the tables of a warehouse; every write is one Delta transaction. Makes a table at its first write. */
public final class TableWriter {

    private final Warehouse warehouse;
    private final @Nullable Erasures seen;

    public TableWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.seen = null;
    }

    /**
     * A writer of what was made knowing of some erasures.
     *
     * @param seen where another was announced since, writing fails with a user error, that another run was at work, or with a
     *     {@link io.delta.exceptions.DeltaConcurrentModificationException}
     */
    public TableWriter(Warehouse warehouse, Erasures seen) {
        this.warehouse = warehouse;
        this.seen = seen;
    }

    /** Makes the empty table with its comments unless it is there. */
    public void create(Table<?> table) {
        if (!warehouse.has(table)) {
            commit(table).append(List.of());
        }
    }

    /**
     * Adds rows.
     *
     * @param rows must have the table's columns by name; their order does not matter
     * @return the Delta version that holds them
     */
    public long append(Table<?> table, Dataset<Row> rows) {
        create(table);
        inOrder(table, rows).write().format("delta").mode("append").save(warehouse.location(table));
        // The snapshot that Delta took after its commit: this very version, without listing the folder again.
        return warehouse.log(table).unsafeVolatileSnapshot().version();
    }

    /**
     * Adds finished files of rows that were made from what the table was at a version, such as those it did not have then.
     *
     * @param version {@link Warehouse#NO_VERSION} if there was no such table
     * @throws io.delta.exceptions.DeltaConcurrentModificationException if another run changed the table since
     */
    public long appendFilesAsOf(long version, Table<?> table, List<DataFile> files) {
        return commit(table).appendAsOf(version, files);
    }

    /** As {@link #appendFilesAsOf}, for a few records. */
    public <T> long appendAsOf(long version, Table<T> table, List<T> entities) {
        return appendFilesAsOf(version, table, write(table, entities));
    }

    /** Adds finished files; returns the Delta version that holds them. */
    public long appendFiles(Table<?> table, List<DataFile> files) {
        return commit(table).append(files);
    }

    /** Adds the rows of a few records, without a Spark job; returns the Delta version that holds them. */
    public <T> long append(Table<T> table, List<T> entities) {
        return appendFiles(table, write(table, entities));
    }

    /** Puts the rows of a few records in place of all rows; see {@link #replaceAllByFiles}. */
    public <T> long replaceAll(Table<T> table, List<T> entities) {
        return replaceAllByFiles(table, write(table, entities));
    }

    /**
     * Puts finished files in place of all rows of the table, and the table's present columns in place of older ones.
     *
     * @return the Delta version that holds them
     */
    public long replaceAllByFiles(Table<?> table, List<DataFile> files) {
        return commit(table).replaceAll(files);
    }

    /**
     * Makes the table what it was at a version, but for some files of that version that go and others that come, whatever
     * came after that version.
     *
     * @return the Delta version that is so
     */
    public long change(Table<?> table, long version, Set<String> removedFiles, List<DataFile> added) {
        return commit(table).change(version, removedFiles, added);
    }

    /**
     * Puts the rows of a few records in place of all rows of a version.
     *
     * @throws io.delta.exceptions.DeltaConcurrentModificationException if another run changed the table since
     */
    public <T> long replaceAllAsOf(long version, Table<T> table, List<T> entities) {
        return commit(table).replaceAllAsOf(version, write(table, entities));
    }

    /** Gives the table the comments and settings that its description has now; returns the Delta version that has them. */
    public long describe(Table<?> table) {
        return commit(table).describe();
    }

    /**
     * Announces that somebody is erased from the table, who is on the list of the forgotten by now: whoever looked at it
     * before does not come to add what he made of the table's new records. It makes the table if need be.
     *
     * @return the Delta version from which on whatever is added knows of them
     */
    public long announceErasure(Table<?> table) {
        create(table);
        return commit(table).announceErasure();
    }

    private TableCommit commit(Table<?> table) {
        return new TableCommit(warehouse, table, seen);
    }

    private static Dataset<Row> inOrder(Table<?> table, Dataset<Row> rows) {
        return rows.select(Arrays.stream(table.schema().fields())
                .map(field -> functions.col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new));
    }

    private <T> List<DataFile> write(Table<T> table, List<T> entities) {
        try (DataFileWriter<T> file = warehouse.dataFiles().open(table)) {
            entities.forEach(file::write);
            return file.finish().stream().toList();
        }
    }
}
