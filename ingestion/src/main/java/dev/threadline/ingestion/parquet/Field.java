package dev.threadline.ingestion.parquet;

import java.util.List;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.Type;

/** A column of a file of records. */
public interface Field<T> {

    /** Its name and type in the file. */
    Type parquet();

    /** Opens the column in a group of rows; {@code leaves} are what Parquet keeps it in. */
    Values<T> open(List<ColumnWriter> leaves);

    /** Takes one value of each of some records. */
    @FunctionalInterface
    interface Values<T> {
        void write(List<T> records);
    }
}
