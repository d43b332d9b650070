package dev.threadline.dashboard.api;

import dev.threadline.dashboard.access.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the answers of all addresses share. */
final class Schemas {

    private static final Map<String, Object> STRING = Map.of("type", "string");

    private Schemas() {}

    /** The members of every answer. */
    static Map<String, Object> answer() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", described(STRING, "Name of the address"));
        properties.put("publication_id", described(Map.of("type", "integer"), "The publication that answers"));
        properties.put("published_at", described(instant(), "When it was published"));
        properties.put("as_of", described(instant(), "Up to when records were read"));
        properties.put("definition_version", described(STRING, "Version of the definitions of all metrics"));
        properties.put("report_zone", described(STRING, "Zone of all dates"));
        properties.put(
                "first_date", described(date(), "Report date on which the log begins; before it nothing is known"));
        properties.put("from", described(date(), "First report date"));
        properties.put("until", described(date(), "Report date after the last"));
        properties.put(
                "compare",
                described(Map.of("enum", List.of("previous", "year", "none")), "The earlier time that was compared"));
        properties.put("previous_from", described(dateOrNone(), "First report date of that; null without one"));
        properties.put("previous_until", described(dateOrNone(), "Report date after its last; null without one"));
        properties.put("grain", described(Map.of("enum", List.of("day", "week", "month")), "Unit of report_date"));
        properties.put("clock", described(Map.of("enum", List.of("wall", "business")), "What durations count"));
        properties.put(
                "ignored_filters",
                described(Map.of("type", "array", "items", STRING), "Filters asked for that do not apply here"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        return schema;
    }

    /** RFC 9457. */
    static Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", STRING);
        properties.put("title", STRING);
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", STRING);
        properties.put("instance", STRING);
        properties.put(
                "problems", described(Map.of("type", "array", "items", STRING), "Where there are several, each"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", List.of("type", "title", "status", "detail", "instance"));
        schema.put("properties", properties);
        return schema;
    }

    /** Refusals by their status. */
    static Map<String, Object> problems() {
        Map<String, Object> problems = new LinkedHashMap<>();
        problems.put("400", problem("Parameters that cannot be understood, all at once"));
        problems.put("401", problem("Nobody has signed in"));
        problems.put("403", problem("The role may not ask this"));
        problems.put("404", problem("The publication is not kept, or has no such thing"));
        problems.put("503", problem("Nothing is published yet, or the answer takes too long"));
        return problems;
    }

    static Map<String, Object> session() {
        return Map.of("type", "apiKey", "in", "cookie", "name", Access.COOKIE);
    }

    private static Map<String, Object> problem(String description) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("description", description);
        problem.put(
                "content",
                Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
        return problem;
    }

    private static Map<String, Object> instant() {
        return Map.of("type", "string", "format", "date-time");
    }

    private static Map<String, Object> dateOrNone() {
        return Map.of("type", List.of("string", "null"), "format", "date");
    }

    private static Map<String, Object> date() {
        return Map.of("type", "string", "format", "date");
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", description);
        return described;
    }
}
