package dev.threadline.ingestion.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A table of the warehouse in one place: its name, the grain of a row, its key, and its columns with their comments and
 * where their values come from.
 *
 * <p>All columns are nullable in the stored schema: a {@code NULL} says that something was not observed, and Delta
 * readers differ in what they make of a required column.
 *
 * @param <T> the record that a row stands for
 */
public final class Table<T> {

    private static final long MILLIS_PER_DAY = 24 * 60 * 60 * 1000L;

    private final String name;
    private final String grain;
    private final List<String> key;
    private final List<String> pruning;
    private final List<Column<T, ?>> columns;
    private final StructType schema;
    private final @Nullable Column<T, ?> instant;
    private final @Nullable Unsettled unsettled;
    private final @Nullable Column<T, ?> unsettledBy;
    private final UnaryOperator<T> kept;

    /** The value of a column that tells a row which is likely to change soon. */
    record Unsettled(String column, String value) {}

    Table(
            String name,
            String grain,
            List<String> key,
            List<String> pruning,
            List<Column<T, ?>> columns,
            @Nullable Unsettled unsettled,
            UnaryOperator<T> kept) {
        this.name = name;
        this.grain = grain;
        this.key = List.copyOf(key);
        this.pruning = List.copyOf(pruning);
        this.columns = List.copyOf(columns);
        this.schema = new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
        this.instant = firstOf(pruning);
        this.unsettled = unsettled;
        this.unsettledBy = unsettled == null ? null : firstOf(List.of(unsettled.column));
        this.kept = kept;
        List<String> names = columnNames();
        if (!names.containsAll(key) || !names.containsAll(pruning)) {
            throw new IllegalArgumentException(
                    "table " + name + ": " + key + " or " + pruning + " names a column it does not have");
        }
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("table " + name + " names a column twice: " + names);
        }
    }

    private @Nullable Column<T, ?> firstOf(List<String> names) {
        return columns.stream()
                .filter(column -> names.contains(column.name()))
                .findFirst()
                .orElse(null);
    }

    /** Starts the description of a table; {@code grain} is the first sentence of its comment: "One row per ...". */
    public static <T> TableBuilder<T> named(String name, String grain) {
        return new TableBuilder<>(name, grain);
    }

    public String name() {
        return name;
    }

    public String grain() {
        return grain;
    }

    public List<String> key() {
        return key;
    }

    /** The table's comment as readers see it: the grain, and the key where it has one. */
    public String comment() {
        return key.isEmpty() ? grain : grain + " Key: " + String.join(", ", key) + ".";
    }

    /** The columns that get file statistics, by which readers skip files: those named for it, else the key. */
    public List<String> statisticsColumns() {
        return pruning.isEmpty() ? key : pruning;
    }

    public List<Column<T, ?>> columns() {
        return columns;
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public StructType schema() {
        return schema;
    }

    /** The same table, its stored rows being its records: for copying them. */
    public Table<InternalRow> ofStoredRows() {
        return ofRows(schema);
    }

    /** The same table, its records being rows that have its columns by name, and perhaps others, wherever they are. */
    public Table<InternalRow> ofRows(StructType fields) {
        List<Column<InternalRow, ?>> stored = new ArrayList<>();
        columns.forEach(column -> stored.add(column.stored(fields.fieldIndex(column.name()))));
        return new Table<>(name, grain, key, pruning, stored, unsettled, InternalRow::copy);
    }

    /** The column whose ranges make readers skip files: an instant or a date. */
    public String instantColumn() {
        return pruning.get(0);
    }

    /** A record's instant, epoch milliseconds: that of {@link #instantColumn}, a date's being its start in UTC. */
    public long instant(T entity) {
        Object held = Objects.requireNonNull(instant, "the table is pruned by nothing")
                .value(entity);
        return held instanceof LocalDate date
                ? date.toEpochDay() * MILLIS_PER_DAY
                : (Long) Objects.requireNonNull(held, "a row has an instant");
    }

    /** Whether a record is likely to change soon, by the mere passing of time, whatever its age. */
    public boolean isUnsettled(T entity) {
        return unsettled != null
                && unsettledBy != null
                && unsettled.value.equals(String.valueOf((Object) unsettledBy.value(entity)));
    }

    /** The record as it is now, also when the next one was asked for: Spark hands out one row again and again. */
    T kept(T entity) {
        return kept.apply(entity);
    }

    MessageType parquet() {
        return new MessageType(name, columns.stream().map(Column::parquet).toList());
    }

    /** The record as a row in the form in which Spark moves it, its values in the order of the columns. */
    public InternalRow toInternalRow(T entity) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).internal(entity);
        }
        return new GenericInternalRow(values);
    }
}
