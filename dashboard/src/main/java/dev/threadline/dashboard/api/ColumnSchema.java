package dev.threadline.dashboard.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON Schema says of a column of an answer: its type by DuckDB's, its unit by its name. */
final class ColumnSchema {

    private ColumnSchema() {}

    static Map<String, Object> of(String column, String duckDbType) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of(type(duckDbType), "null"));
        if (duckDbType.startsWith("TIMESTAMP")) {
            schema.put("format", "date-time");
        } else if (duckDbType.equals("DATE")) {
            schema.put("format", "date");
        }
        String unit = unit(column);
        if (!unit.isEmpty()) {
            schema.put("description", unit);
        }
        return schema;
    }

    private static String type(String duckDbType) {
        if (duckDbType.endsWith("[]")) {
            return "array";
        }
        return switch (duckDbType.replaceFirst("\\(.*", "")) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT" -> "integer";
            case "FLOAT", "DOUBLE", "DECIMAL" -> "number";
            case "BOOLEAN" -> "boolean";
            case "MAP", "STRUCT" -> "object";
            default -> "string";
        };
    }

    private static String unit(String column) {
        if (column.endsWith("_ms")) {
            return "milliseconds";
        }
        return column.endsWith("share") ? "from 0 to 1" : "";
    }
}
