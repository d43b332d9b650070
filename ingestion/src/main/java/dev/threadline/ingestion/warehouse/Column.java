package dev.threadline.ingestion.warehouse;

import dev.threadline.ingestion.parquet.Cells;
import dev.threadline.ingestion.parquet.Field;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table: its name, type, comment, and how its value is taken from the table's record.
 *
 * @param <T> the record that a row of the table stands for
 * @param <V> what the column holds
 */
public final class Column<T, V> implements Field<T> {

    private final String name;
    private final ColumnType<V> type;
    private final String comment;
    private final Function<T, @Nullable V> value;

    Column(String name, ColumnType<V> type, String comment, Function<T, @Nullable V> value) {
        this.name = name;
        this.type = type;
        this.comment = comment;
        this.value = value;
    }

    public String name() {
        return name;
    }

    public String comment() {
        return comment;
    }

    StructField field() {
        Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
        return new StructField(name, type.spark(), true, metadata);
    }

    boolean recurs() {
        return type.recurs();
    }

    boolean isText() {
        return type.spark().equals(DataTypes.StringType);
    }

    @Override
    public Type parquet() {
        return type.parquet(name);
    }

    @Override
    public Values<T> open(List<ColumnWriter> leaves) {
        Cells<V> cells = type.open(leaves);
        return records -> {
            for (int i = 0; i < records.size(); i++) {
                cells.write(value.apply(records.get(i)));
            }
        };
    }

    /** The value of a record; null if it has none. */
    @Nullable
    V value(T entity) {
        return value.apply(entity);
    }

    /** The same column of a record that the table's record is a part of. */
    <U> Column<U, V> in(Function<U, T> part) {
        return new Column<>(name, type, comment, whole -> value.apply(part.apply(whole)));
    }

    /** The same column of the table's stored rows, in which it is at {@code ordinal}. */
    Column<InternalRow, ?> stored(int ordinal) {
        return stored(type.copied(), ordinal);
    }

    private <S> Column<InternalRow, S> stored(ColumnType<S> copied, int ordinal) {
        return new Column<>(name, copied, comment, row -> copied.read(row, ordinal));
    }

    /** The value of a record as Spark's inner rows hold it. */
    @Nullable
    Object internal(T entity) {
        V held = value.apply(entity);
        return held == null ? null : type.internal(held);
    }
}
