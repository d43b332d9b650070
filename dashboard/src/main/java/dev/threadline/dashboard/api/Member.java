package dev.threadline.dashboard.api;

import dev.threadline.dashboard.query.SqlTemplate;
import java.util.Map;
import java.util.Optional;

/**
 * A member of an answer, beyond those that every answer has.
 *
 * @param rowsOf the query whose rows it holds, where it holds rows
 * @param words what the query's words stand for
 * @param schema in JSON Schema; of rows it is the columns of the query that say it
 */
public record Member(
        String name,
        String description,
        Optional<SqlTemplate> rowsOf,
        Map<String, String> words,
        Map<String, Object> schema) {

    private static final String ARRAY = "array";

    /** The rows of a query. */
    public static Member rows(String name, SqlTemplate query, Map<String, String> words) {
        return new Member(name, query.about(), Optional.of(query), words, Map.of("type", ARRAY));
    }

    /** The one row of a query. */
    public static Member row(String name, SqlTemplate query) {
        return new Member(name, query.about(), Optional.of(query), Map.of(), Map.of("type", "object"));
    }

    /** A value. */
    public static Member value(String name, String description, Map<String, Object> schema) {
        return new Member(name, description, Optional.empty(), Map.of(), schema);
    }

    /** How many observations the answer stands for. */
    public static Member n(String description) {
        return value("n", description, Map.of("type", "integer"));
    }

    boolean isList() {
        return ARRAY.equals(schema.get("type"));
    }
}
