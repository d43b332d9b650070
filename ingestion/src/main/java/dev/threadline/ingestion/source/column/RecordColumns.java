package dev.threadline.ingestion.source.column;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns that the view {@code raw} has beside the user's own, and that travel with each record through a mapping. */
public final class RecordColumns {

    private static final String PREFIX = "__threadline_";

    /** The file a record was read from, as in {@link dev.threadline.ingestion.source.file.SourceFile#path}. */
    public static final String FILE = PREFIX + "file";

    /** Its line in that file from 1, where the reader knows it. */
    public static final String LINE = PREFIX + "line";

    /** The record as it stood: a line of JSON, or a JSON object of the columns of a CSV or Parquet row. */
    public static final String RAW = PREFIX + "raw";

    /** Whether it could not be read at all; the user's columns are {@code NULL} then. */
    public static final String MALFORMED = PREFIX + "malformed";

    public static final List<String> ALL = List.of(FILE, LINE, RAW, MALFORMED);

    private RecordColumns() {}

    /** The schema of {@code raw}: the user's columns, all of them text, then ours. */
    public static StructType rawSchema(List<String> userColumns) {
        StructType schema = new StructType();
        for (String column : userColumns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema.add(FILE, DataTypes.StringType)
                .add(LINE, DataTypes.LongType)
                .add(RAW, DataTypes.StringType)
                .add(MALFORMED, DataTypes.BooleanType);
    }
}
