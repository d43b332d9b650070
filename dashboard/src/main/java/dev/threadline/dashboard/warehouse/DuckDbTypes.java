package dev.threadline.dashboard.warehouse;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.util.Locale;
import java.util.stream.Collectors;

/** What DuckDB calls the types of a Delta schema. */
final class DuckDbTypes {

    private DuckDbTypes() {}

    static String of(DataType type) {
        if (type instanceof MapType map) {
            return "MAP(%s, %s)".formatted(of(map.getKeyType()), of(map.getValueType()));
        }
        if (type instanceof ArrayType array) {
            return of(array.getElementType()) + "[]";
        }
        if (type instanceof StructType struct) {
            return struct.fields().stream()
                    .map(field -> "\"%s\" %s".formatted(field.getName(), of(field.getDataType())))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
        if (type instanceof StringType) {
            return "VARCHAR";
        }
        if (type instanceof LongType) {
            return "BIGINT";
        }
        if (type instanceof TimestampType) {
            return "TIMESTAMPTZ";
        }
        if (type instanceof TimestampNTZType) {
            return "TIMESTAMP";
        }
        if (type instanceof BinaryType) {
            return "BLOB";
        }
        // Delta and DuckDB agree on the rest: integer, smallint, double, boolean, date, decimal(p,s).
        return type.toString().toUpperCase(Locale.ROOT);
    }
}
