package dev.threadline.dashboard.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small answer in memory: each row by the names of its columns. */
public record Rows(List<String> columns, List<Map<String, @Nullable Object>> rows) {

    /** Reads all rows. */
    public static Rows of(ResultSet result) throws SQLException {
        List<String> columns = Values.columns(result);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), Values.at(result, i + 1));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }

    /** An instant as rows have it: ISO-8601 in UTC with milliseconds. */
    public static String text(Instant instant) {
        return Values.text(instant);
    }

    /** How many observations the rows stand for: the sum of their column {@code n}, or where there is none the rows. */
    public long observations() {
        if (!columns.contains("n")) {
            return rows.size();
        }
        return rows.stream()
                .map(row -> row.get("n"))
                .mapToLong(n -> n instanceof Number number ? number.longValue() : 0)
                .sum();
    }
}
