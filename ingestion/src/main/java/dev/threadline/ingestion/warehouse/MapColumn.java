package dev.threadline.ingestion.warehouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.parquet.io.api.RecordConsumer;
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

    static <K, V> void write(
            RecordConsumer out,
            Map<K, V> map,
            BiConsumer<RecordConsumer, K> keys,
            BiConsumer<RecordConsumer, V> values) {
        out.startGroup();
        if (!map.isEmpty()) {
            out.startField(ENTRIES, 0);
            map.forEach((key, value) -> {
                out.startGroup();
                out.startField("key", 0);
                keys.accept(out, key);
                out.endField("key", 0);
                out.startField("value", 1);
                values.accept(out, value);
                out.endField("value", 1);
                out.endGroup();
            });
            out.endField(ENTRIES, 0);
        }
        out.endGroup();
    }
}
