package dev.threadline.ingestion.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes the tables of a warehouse; every write is one Delta transaction. Makes a table at its first write. */
public final class TableWriter {

    private final Warehouse warehouse;

    public TableWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Makes the empty table with its comments unless it is there. */
    public void create(Table<?> table) {
        if (!warehouse.has(table)) {
            new TableCommit(warehouse, table).append(List.of());
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
        return new TableCommit(warehouse, table).appendAsOf(version, files);
    }

    /** As {@link #appendFilesAsOf}, for a few records. */
    public <T> long appendAsOf(long version, Table<T> table, List<T> entities) {
        return appendFilesAsOf(version, table, write(table, entities));
    }

    /** Adds finished files; returns the Delta version that holds them. */
    public long appendFiles(Table<?> table, List<DataFile> files) {
        return new TableCommit(warehouse, table).append(files);
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
        return new TableCommit(warehouse, table).replaceAll(files);
    }

    /**
     * Makes the table what it was at a version, but for some files of that version that go and others that come, whatever
     * came after that version.
     *
     * @return the Delta version that is so
     */
    public long change(Table<?> table, long version, Set<String> removedFiles, List<DataFile> added) {
        return new TableCommit(warehouse, table).change(version, removedFiles, added);
    }

    /**
     * Puts the rows of a few records in place of all rows of a version.
     *
     * @throws io.delta.exceptions.DeltaConcurrentModificationException if another run changed the table since
     */
    public <T> long replaceAllAsOf(long version, Table<T> table, List<T> entities) {
        return new TableCommit(warehouse, table).replaceAllAsOf(version, write(table, entities));
    }

    /** Gives the table the comments and settings that its description has now; returns the Delta version that has them. */
    public long describe(Table<?> table) {
        return new TableCommit(warehouse, table).describe();
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
