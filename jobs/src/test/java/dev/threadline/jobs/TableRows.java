package dev.threadline.jobs;

import dev.threadline.ingestion.warehouse.Table;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;

/** Records as the rows that a reader of their table would see. */
public final class TableRows {

    private TableRows() {}

    /** Makes rows of records of the table; what it takes is prepared once. */
    public static <T> Function<T, Row> of(Table<T> table) {
        scala.Function1<Object, Object> converter = CatalystTypeConverters.createToScalaConverter(table.schema());
        return entity -> (Row) Objects.requireNonNull(converter.apply(table.toInternalRow(entity)));
    }
}
