package dev.threadline.jobs;

import dev.threadline.ingestion.warehouse.Table;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;

/** Records as the rows that a reader of their table would see. */
public final class TableRows {

    private TableRows() {}

    public static <T> Row of(Table<T> table, T entity) {
        Object row =
                CatalystTypeConverters.createToScalaConverter(table.schema()).apply(table.toInternalRow(entity));
        return (Row) Objects.requireNonNull(row);
    }
}
