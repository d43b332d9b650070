package dev.threadline.jobs.reference;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.TableRows;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What an engine computed: rows by the name of their table, values by the name of their column. Instants are
 * {@link java.time.Instant}s, days {@link java.time.LocalDate}s, counts and durations {@link Long}s, bins maps of those.
 */
public record Tables(Map<String, List<Map<String, @Nullable Object>>> byName) {

    /** The tables that engines are compared on; what causes a disagreement comes before what follows from it. */
    public static final List<String> COMPARED = List.of(
            "conversation_messages", "conversations", "turns", "stints", "agent_load", "daily_metrics", "backlog");

    /** Nothing yet. */
    public static Tables none() {
        return new Tables(Map.of());
    }

    /** The same tables and one more, of these entities. */
    public <T> Tables with(Table<T> table, Stream<T> entities) {
        return withRows(table, entities.map(TableRows.of(table)));
    }

    /** The same tables and one more, of Spark's rows. */
    public Tables withRows(Table<?> table, Stream<Row> rows) {
        List<String> names = table.columnNames();
        Map<String, List<Map<String, @Nullable Object>>> more = new LinkedHashMap<>(byName);
        more.put(table.name(), rows.map(row -> values(names, row)).toList());
        return new Tables(more);
    }

    /** The rows of a table. */
    public List<Map<String, @Nullable Object>> rows(String table) {
        return Objects.requireNonNull(byName.get(table), () -> "no table " + table + " among " + byName.keySet());
    }

    /** The same tables with every row changed. */
    Tables map(UnaryOperator<Map<String, @Nullable Object>> change) {
        Map<String, List<Map<String, @Nullable Object>>> changed = new LinkedHashMap<>();
        byName.forEach(
                (table, rows) -> changed.put(table, rows.stream().map(change).toList()));
        return new Tables(changed);
    }

    /** The same tables with every value changed; the function is told the value's column. */
    Tables mapValues(BiFunction<String, @Nullable Object, @Nullable Object> change) {
        return map(row -> {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>();
            row.forEach((column, value) -> changed.put(column, change.apply(column, value)));
            return changed;
        });
    }

    /** The rows of these tables and of others. */
    Tables and(Tables others) {
        Map<String, List<Map<String, @Nullable Object>>> both = new LinkedHashMap<>();
        byName.forEach((table, rows) -> both.put(
                table, Stream.concat(rows.stream(), others.rows(table).stream()).toList()));
        return new Tables(both);
    }

    private static Map<String, @Nullable Object> values(List<String> names, Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), value(row.get(i)));
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof scala.collection.Map<?, ?> bins) {
            return bins(CollectionConverters.asJava(bins));
        }
        if (value instanceof Timestamp instant) {
            return instant.toInstant();
        }
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        return value instanceof Integer count ? (Object) count.longValue() : value;
    }

    /** Bins in order, numbers as {@link Long}s. */
    static SortedMap<Long, Long> bins(Map<?, ?> bins) {
        SortedMap<Long, Long> ordered = new TreeMap<>();
        bins.forEach((bin, number) -> ordered.put(((Number) bin).longValue(), ((Number) number).longValue()));
        return ordered;
    }
}
