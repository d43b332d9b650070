package dev.threadline.dashboard.result;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's values as those that texts and JSON know: numbers, booleans, strings, lists and maps. Instants are ISO-8601
 * in UTC with milliseconds; times without a zone are ISO-8601 without one.
 */
final class Values {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private Values() {}

    static List<String> columns(ResultSet rows) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnLabel(i));
        }
        return names;
    }

    /** The value of a column, counted from 1, in the current row. */
    static @Nullable Object at(ResultSet row, int column) throws SQLException {
        // Java's Timestamp is in the zone of this machine, where an hour of the spring does not exist.
        boolean isLocal = row.getMetaData().getColumnType(column) == Types.TIMESTAMP;
        return plain(isLocal ? row.getObject(column, LocalDateTime.class) : row.getObject(column));
    }

    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof OffsetDateTime instant) {
            return text(instant.toInstant());
        }
        if (value instanceof LocalDateTime local) {
            return LOCAL.format(local);
        }
        if (value instanceof Timestamp local) {
            return LOCAL.format(local.toLocalDateTime());
        }
        if (value instanceof Array array) {
            return list(Arrays.asList((Object[]) array.getArray()));
        }
        if (value instanceof DuckDBStruct struct) {
            return plain(struct.getMap());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                entries.put(String.valueOf(plain(entry.getKey())), plain(entry.getValue()));
            }
            return entries;
        }
        return value.toString();
    }

    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    private static List<@Nullable Object> list(List<?> values) throws SQLException {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object value : values) {
            plain.add(plain(value));
        }
        return plain;
    }
}
