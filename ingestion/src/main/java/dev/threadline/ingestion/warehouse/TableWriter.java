package dev.threadline.ingestion.warehouse;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes the tables of a warehouse; every write is one Delta transaction. Makes a table at its first write. */
public final class TableWriter {

    /** Versions between two checkpoints: one costs as much as several small writes. */
    private static final String CHECKPOINT_INTERVAL = "100";

    private final Warehouse warehouse;

    public TableWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Makes the empty table with its comments unless it is there. */
    public void create(Table<?> table) {
        if (warehouse.has(table)) {
            return;
        }
        DeltaTableBuilder builder = DeltaTable.createIfNotExists(warehouse.spark())
                .location(warehouse.location(table))
                .comment(table.comment())
                .addColumns(table.schema())
                .property("delta.checkpointInterval", CHECKPOINT_INTERVAL)
                .property("delta.dataSkippingStatsColumns", String.join(",", table.statisticsColumns()));
        builder.execute();
    }

    /**
     * Adds rows.
     *
     * @param rows must have the table's columns by name; their order does not matter
     * @return the Delta version that holds them
     */
    public long append(Table<?> table, Dataset<Row> rows) {
        return write(table, rows, "append");
    }

    /** Adds the rows of a few records; see {@link #append(Table, Dataset)}. */
    public <T> long append(Table<T> table, List<T> entities) {
        return append(table, rowsOf(table, entities));
    }

    /**
     * Puts {@code rows} in place of all rows of the table, and the table's present columns in place of older ones.
     *
     * @return the Delta version that holds them
     */
    public long replaceAll(Table<?> table, Dataset<Row> rows) {
        return write(table, rows, "overwrite");
    }

    /** Replaces all rows by those of a few records; see {@link #replaceAll(Table, Dataset)}. */
    public <T> long replaceAll(Table<T> table, List<T> entities) {
        return replaceAll(table, rowsOf(table, entities));
    }

    private <T> Dataset<Row> rowsOf(Table<T> table, List<T> entities) {
        return warehouse
                .spark()
                .createDataFrame(entities.stream().map(table::toRow).toList(), table.schema());
    }

    private long write(Table<?> table, Dataset<Row> rows, String mode) {
        create(table);
        Column[] columns = Arrays.stream(table.schema().fields())
                .map(field -> functions.col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new);
        rows.select(columns)
                .write()
                .format("delta")
                .mode(mode)
                .option("overwriteSchema", mode.equals("overwrite"))
                .save(warehouse.location(table));
        // The snapshot that Delta took after its commit: this very version, without listing the folder again.
        return warehouse.log(table).unsafeVolatileSnapshot().version();
    }
}
