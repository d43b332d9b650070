package dev.threadline.ingestion.warehouse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.catalyst.util.MapData;

/** A map as Parquet's format nests it: a repeated group of key and value inside an annotated group. */
final class MapColumn {

    private static final String ENTRIES = "key_value";

    private MapColumn() {}

    static Type type(String name, Type key, Type value) {
        Type required = Types.required(key.asPrimitiveType().getPrimitiveTypeName())
                .as(key.getLogicalTypeAnnotation())
                .named(key.getName());
        return Types.optionalGroup()
                .as(LogicalTypeAnnotation.mapType())
                .addField(Types.repeatedGroup().addFields(required, value).named(ENTRIES))
                .named(name);
    }

    static <K, V> Map<K, V> read(MapData map, ColumnType.Reader<K> keys, ColumnType.Reader<V> values) {
        Map<K, V> read = new LinkedHashMap<>();
        for (int i = 0; i < map.numElements(); i++) {
            read.put(keys.read(map.keyArray(), i), values.read(map.valueArray(), i));
        }
        return read;
    }
}
