package dev.threadline.ingestion.warehouse;

import java.util.function.Function;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table: its name, type, comment, and how its value is taken from the table's record.
 *
 * @param <T> the record that a row of the table stands for
 */
public record Column<T>(String name, DataType type, String comment, Function<T, @Nullable Object> value) {

    StructField field() {
        Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
        return new StructField(name, type, true, metadata);
    }
}
