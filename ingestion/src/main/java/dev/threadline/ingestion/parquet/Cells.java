package dev.threadline.ingestion.parquet;

import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriter;
import org.jspecify.annotations.Nullable;

/** Where the values of one column go, row after row; {@code null} where a row has none. */
@FunctionalInterface
public interface Cells<V> {

    void write(@Nullable V value);

    /** Opens the cells of a column in a group of rows; {@code leaves} are what Parquet keeps the column in. */
    @FunctionalInterface
    interface Opener<V> {
        Cells<V> open(List<ColumnWriter> leaves);
    }

    /** An optional value. */
    static <V> Opener<V> of(Leaf.Opener<V> opener) {
        return leaves -> {
            ColumnWriter column = leaves.get(0);
            Leaf<V> leaf = opener.open(column);
            return value -> {
                if (value == null) {
                    column.writeNull(0, 0);
                } else {
                    leaf.write(value, 0, 1);
                }
            };
        };
    }

    /** An optional map as Parquet's format nests it: a repeated group of a required key and an optional value. */
    static <K, V> Opener<Map<K, V>> ofMaps(Leaf.Opener<K> keys, Leaf.Opener<V> values) {
        return leaves -> {
            Leaf<K> key = keys.open(leaves.get(0));
            Leaf<V> value = values.open(leaves.get(1));
            return map -> {
                if (map == null || map.isEmpty()) {
                    leaves.forEach(leaf -> leaf.writeNull(0, map == null ? 0 : 1));
                    return;
                }
                int repetition = 0;
                for (Map.Entry<K, V> entry : map.entrySet()) {
                    key.write(entry.getKey(), repetition, 2);
                    value.write(entry.getValue(), repetition, 3);
                    repetition = 1;
                }
            };
        };
    }
}
