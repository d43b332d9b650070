package dev.threadline.ingestion.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the columns of a table in the order in which they are stored. */
public final class TableBuilder<T> {
    private final String name;
    private final String grain;
    private final List<String> key = new ArrayList<>();
    private final List<String> pruning = new ArrayList<>();
    private final List<Column<T, ?>> columns = new ArrayList<>();
    private Table.@Nullable Unsettled unsettled;

    TableBuilder(String name, String grain) {
        this.name = name;
        this.grain = grain;
    }

    public TableBuilder<T> key(String... columnNames) {
        key.addAll(Arrays.asList(columnNames));
        return this;
    }

    /** Names the columns, in place of the key, by whose ranges readers will want to skip files, such as an instant. */
    public TableBuilder<T> prunedBy(String... columnNames) {
        pruning.addAll(Arrays.asList(columnNames));
        return this;
    }

    /** Tells rows that are likely to change soon by a value of a column: they are kept in files of their own. */
    public TableBuilder<T> unsettledWhile(String column, String value) {
        unsettled = new Table.Unsettled(column, value);
        return this;
    }

    /** Takes in all columns of another table, whose record is a part of this one's. */
    public <U> TableBuilder<T> columnsOf(Table<U> other, Function<T, U> part) {
        other.columns().forEach(column -> columns.add(column.in(part)));
        return this;
    }

    public TableBuilder<T> string(String column, String comment, Function<T, @Nullable String> value) {
        return add(column, ColumnType.STRING, comment, value);
    }

    /** A text that hardly ever recurs, such as an id: looking for repetitions would only cost time. */
    public TableBuilder<T> id(String column, String comment, Function<T, @Nullable String> value) {
        return add(column, ColumnType.ID, comment, value);
    }

    /** An instant held as epoch milliseconds, UTC. */
    public TableBuilder<T> instant(String column, String comment, Function<T, @Nullable Long> epochMillis) {
        return add(column, ColumnType.INSTANT, comment, epochMillis);
    }

    /** A count, or a duration in milliseconds. */
    public TableBuilder<T> whole(String column, String comment, Function<T, @Nullable Long> value) {
        return add(column, ColumnType.WHOLE, comment, value);
    }

    /** Two columns, {@code <measure>_ms} and {@code <measure>_business_ms}, of one duration on both clocks. */
    public TableBuilder<T> elapsed(String measure, String comment, Function<T, ? extends @Nullable TwoClocks> value) {
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
    public TableBuilder<T> count(String column, String comment, Function<T, @Nullable Integer> value) {
        return add(column, ColumnType.COUNT, comment, value);
    }

    public TableBuilder<T> fraction(String column, String comment, Function<T, @Nullable Double> value) {
        return add(column, ColumnType.FRACTION, comment, value);
    }

    public TableBuilder<T> flag(String column, String comment, Function<T, @Nullable Boolean> value) {
        return add(column, ColumnType.FLAG, comment, value);
    }

    public TableBuilder<T> date(String column, String comment, Function<T, @Nullable LocalDate> value) {
        return add(column, ColumnType.DATE, comment, value);
    }

    /** Whole numbers by name. */
    public TableBuilder<T> wholeByName(String column, String comment, Function<T, @Nullable Map<String, Long>> value) {
        return add(column, ColumnType.map(ColumnType.STRING, ColumnType.WHOLE), comment, value);
    }

    /** Whole numbers by number. */
    public TableBuilder<T> wholeByNumber(
            String column, String comment, Function<T, @Nullable Map<Integer, Long>> value) {
        return add(column, ColumnType.map(ColumnType.COUNT, ColumnType.WHOLE), comment, value);
    }

    private <V> TableBuilder<T> add(String column, ColumnType<V> type, String comment, Function<T, @Nullable V> value) {
        columns.add(new Column<>(column, type, comment, value));
        return this;
    }

    public Table<T> build() {
        return new Table<>(name, grain, key, pruning, columns, unsettled, UnaryOperator.identity());
    }
}
