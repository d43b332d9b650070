package dev.threadline.ingestion.warehouse;

import dev.threadline.ingestion.parquet.Cells;
import dev.threadline.ingestion.parquet.Leaf;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds: how Spark and Parquet call it, and how a value goes into either.
 *
 * @param <V> the Java type of a value; values are never null here
 */
final class ColumnType<V> {

    static final ColumnType<String> STRING = text(true);

    /** A text that hardly ever recurs. */
    static final ColumnType<String> ID = text(false);

    /** An instant, given as epoch milliseconds. */
    static final ColumnType<Long> INSTANT = new ColumnType<>(
            DataTypes.TimestampType,
            name -> Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                    .named(name),
            Leaf.of((column, value, repetition, definition) ->
                    column.write(Micros.ofMillis(value), repetition, definition)),
            Micros::ofMillis,
            (row, ordinal) -> Micros.toMillis(row.getLong(ordinal)),
            false);

    static final ColumnType<LocalDate> DATE = new ColumnType<>(
            DataTypes.DateType,
            name -> Types.optional(PrimitiveTypeName.INT32)
                    .as(LogicalTypeAnnotation.dateType())
                    .named(name),
            Leaf.of((column, value, repetition, definition) ->
                    column.write(Math.toIntExact(value.toEpochDay()), repetition, definition)),
            value -> Math.toIntExact(value.toEpochDay()),
            (row, ordinal) -> LocalDate.ofEpochDay(row.getInt(ordinal)),
            true);

    static final ColumnType<Long> WHOLE = primitive(
            DataTypes.LongType, PrimitiveTypeName.INT64, ColumnWriter::write, SpecializedGetters::getLong, false);

    static final ColumnType<Integer> COUNT = primitive(
            DataTypes.IntegerType, PrimitiveTypeName.INT32, ColumnWriter::write, SpecializedGetters::getInt, true);

    static final ColumnType<Double> FRACTION = primitive(
            DataTypes.DoubleType, PrimitiveTypeName.DOUBLE, ColumnWriter::write, SpecializedGetters::getDouble, false);

    static final ColumnType<Boolean> FLAG = primitive(
            DataTypes.BooleanType,
            PrimitiveTypeName.BOOLEAN,
            ColumnWriter::write,
            SpecializedGetters::getBoolean,
            false);

    private final DataType spark;
    private final Function<String, Type> parquet;
    private final Leaf.@Nullable Opener<V> leaf;
    private final Cells.Opener<V> cells;
    private final Function<V, Object> internal;
    private final Reader<V> reader;
    private final boolean recurs;

    /** Takes a value that is there out of a row, or out of an array. */
    @FunctionalInterface
    interface Reader<V> {
        V read(SpecializedGetters row, int ordinal);
    }

    private ColumnType(
            DataType spark,
            Function<String, Type> parquet,
            Leaf.Opener<V> leaf,
            Function<V, Object> internal,
            Reader<V> reader,
            boolean recurs) {
        this(spark, parquet, leaf, Cells.of(leaf), internal, reader, recurs);
    }

    private ColumnType(
            DataType spark,
            Function<String, Type> parquet,
            Leaf.@Nullable Opener<V> leaf,
            Cells.Opener<V> cells,
            Function<V, Object> internal,
            Reader<V> reader,
            boolean recurs) {
        this.spark = spark;
        this.parquet = parquet;
        this.leaf = leaf;
        this.cells = cells;
        this.internal = internal;
        this.reader = reader;
        this.recurs = recurs;
    }

    /** Text as Spark's inner rows hold it: copied from row to file without being decoded. */
    private static final ColumnType<UTF8String> ENCODED_STRING = encoded(STRING);

    private static final ColumnType<UTF8String> ENCODED_ID = encoded(ID);

    private static <V> ColumnType<V> primitive(
            DataType spark, PrimitiveTypeName stored, Leaf.Writer<V> writer, Reader<V> reader, boolean recurs) {
        return new ColumnType<>(
                spark, name -> Types.optional(stored).named(name), Leaf.of(writer), value -> value, reader, recurs);
    }

    private static ColumnType<String> text(boolean recurs) {
        return new ColumnType<>(
                DataTypes.StringType,
                name -> Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name),
                Leaf.ofTexts(value -> value.getBytes(StandardCharsets.UTF_8), recurs),
                UTF8String::fromString,
                (row, ordinal) -> row.getUTF8String(ordinal).toString(),
                recurs);
    }

    private static ColumnType<UTF8String> encoded(ColumnType<String> text) {
        return new ColumnType<>(
                text.spark,
                text.parquet,
                Leaf.ofTexts(UTF8String::getBytes, false),
                value -> value,
                SpecializedGetters::getUTF8String,
                text.recurs);
    }

    static <K, V> ColumnType<Map<K, V>> map(ColumnType<K> keys, ColumnType<V> values) {
        return new ColumnType<>(
                DataTypes.createMapType(keys.spark, values.spark),
                name -> MapColumn.type(name, keys.parquet("key"), values.parquet("value")),
                null,
                Cells.ofMaps(keys.leaf(), values.leaf()),
                map -> new ArrayBasedMapData(
                        new GenericArrayData(
                                map.keySet().stream().map(keys::internal).toArray()),
                        new GenericArrayData(
                                map.values().stream().map(values::internal).toArray())),
                (row, ordinal) -> MapColumn.read(row.getMap(ordinal), keys.reader, values.reader),
                true);
    }

    /** Whether values recur enough for a dictionary to pay; where they do not, making one is a fifth of a build. */
    boolean recurs() {
        return recurs;
    }

    /** The same type for values that come from Spark's inner rows and go to files. */
    ColumnType<?> copied() {
        if (spark.equals(DataTypes.StringType)) {
            return recurs ? ENCODED_STRING : ENCODED_ID;
        }
        return this;
    }

    DataType spark() {
        return spark;
    }

    Type parquet(String name) {
        return parquet.apply(name);
    }

    Cells<V> open(List<ColumnWriter> leaves) {
        return cells.open(leaves);
    }

    private Leaf.Opener<V> leaf() {
        return Objects.requireNonNull(leaf, "a map holds no maps");
    }

    /** The value at a place of one of Spark's inner rows, or none. */
    @Nullable
    V read(SpecializedGetters row, int ordinal) {
        return row.isNullAt(ordinal) ? null : reader.read(row, ordinal);
    }

    /** The value as Spark's inner rows hold it. */
    Object internal(V value) {
        return internal.apply(value);
    }
}
