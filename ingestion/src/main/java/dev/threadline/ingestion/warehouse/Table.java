package dev.threadline.ingestion.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

    /** The value of a column that tells a row which is likely to change soon. */
    private record Unsettled(String column, String value) {}

    private Table(Builder<T> builder) {
        this.name = builder.name;
        this.grain = builder.grain;
        this.key = List.copyOf(builder.key);
        this.pruning = List.copyOf(builder.pruning);
        this.columns = List.copyOf(builder.columns);
        this.schema = new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
        this.instant = firstOf(pruning);
        this.unsettled = builder.unsettled;
        this.unsettledBy = unsettled == null ? null : firstOf(List.of(unsettled.column));
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
    public static <T> Builder<T> named(String name, String grain) {
        return new Builder<>(name, grain);
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
        Builder<InternalRow> stored = Table.<InternalRow>named(name, grain)
                .key(key.toArray(String[]::new))
                .prunedBy(pruning.toArray(String[]::new));
        stored.unsettled = unsettled;
        columns.forEach(column -> stored.columns.add(column.stored(fields.fieldIndex(column.name()))));
        return stored.build();
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

    /** The record as a row in the form in which Spark moves it, its values in the order of the columns. */
    public InternalRow toInternalRow(T entity) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).internal(entity);
        }
        return new GenericInternalRow(values);
    }

    /** Collects the columns of a table in the order in which they are stored. */
    public static final class Builder<T> {
        private final String name;
        private final String grain;
        private final List<String> key = new ArrayList<>();
        private final List<String> pruning = new ArrayList<>();
        private final List<Column<T, ?>> columns = new ArrayList<>();
        private @Nullable Unsettled unsettled;

        private Builder(String name, String grain) {
            this.name = name;
            this.grain = grain;
        }

        public Builder<T> key(String... columnNames) {
            key.addAll(Arrays.asList(columnNames));
            return this;
        }

        /** Names the columns, in place of the key, by whose ranges readers will want to skip files, such as an instant. */
        public Builder<T> prunedBy(String... columnNames) {
            pruning.addAll(Arrays.asList(columnNames));
            return this;
        }

        /** Tells rows that are likely to change soon by a value of a column: they are kept in files of their own. */
        public Builder<T> unsettledWhile(String column, String value) {
            unsettled = new Unsettled(column, value);
            return this;
        }

        /** Takes in all columns of another table, whose record is a part of this one's. */
        public <U> Builder<T> columnsOf(Table<U> other, Function<T, U> part) {
            other.columns.forEach(column -> columns.add(column.in(part)));
            return this;
        }

        public Builder<T> string(String column, String comment, Function<T, @Nullable String> value) {
            return add(column, ColumnType.STRING, comment, value);
        }

        /** A text that hardly ever recurs, such as an id: looking for repetitions would only cost time. */
        public Builder<T> id(String column, String comment, Function<T, @Nullable String> value) {
            return add(column, ColumnType.ID, comment, value);
        }

        /** An instant held as epoch milliseconds, UTC. */
        public Builder<T> instant(String column, String comment, Function<T, @Nullable Long> epochMillis) {
            return add(column, ColumnType.INSTANT, comment, epochMillis);
        }

        /** A count, or a duration in milliseconds. */
        public Builder<T> whole(String column, String comment, Function<T, @Nullable Long> value) {
            return add(column, ColumnType.WHOLE, comment, value);
        }

        /** Two columns, {@code <measure>_ms} and {@code <measure>_business_ms}, of one duration on both clocks. */
        public Builder<T> elapsed(String measure, String comment, Function<T, ? extends @Nullable TwoClocks> value) {
            return whole(measure + "_ms", comment + ", ms", entity -> {
                        TwoClocks elapsed = value.apply(entity);
                        return elapsed == null ? null : Long.valueOf(elapsed.wallMs());
                    })
                    .whole(measure + "_business_ms", comment + ", in business time, ms", entity -> {
                        TwoClocks elapsed = value.apply(entity);
                        return elapsed == null ? null : Long.valueOf(elapsed.businessMs());
                    });
        }

        /** A small count or an ordinal. */
        public Builder<T> count(String column, String comment, Function<T, @Nullable Integer> value) {
            return add(column, ColumnType.COUNT, comment, value);
        }

        public Builder<T> fraction(String column, String comment, Function<T, @Nullable Double> value) {
            return add(column, ColumnType.FRACTION, comment, value);
        }

        public Builder<T> flag(String column, String comment, Function<T, @Nullable Boolean> value) {
            return add(column, ColumnType.FLAG, comment, value);
        }

        public Builder<T> date(String column, String comment, Function<T, @Nullable LocalDate> value) {
            return add(column, ColumnType.DATE, comment, value);
        }

        /** Whole numbers by name. */
        public Builder<T> wholeByName(String column, String comment, Function<T, @Nullable Map<String, Long>> value) {
            return add(column, ColumnType.map(ColumnType.STRING, ColumnType.WHOLE), comment, value);
        }

        /** Whole numbers by number. */
        public Builder<T> wholeByNumber(
                String column, String comment, Function<T, @Nullable Map<Integer, Long>> value) {
            return add(column, ColumnType.map(ColumnType.COUNT, ColumnType.WHOLE), comment, value);
        }

        private <V> Builder<T> add(String column, ColumnType<V> type, String comment, Function<T, @Nullable V> value) {
            columns.add(new Column<>(column, type, comment, value));
            return this;
        }

        public Table<T> build() {
            return new Table<>(this);
        }
    }
}
