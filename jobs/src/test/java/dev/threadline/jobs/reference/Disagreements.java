package dev.threadline.jobs.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the engine's tables with the reference's row by row, on every column that the engine has and the reference
 * speaks of. Conversations are the same if they begin with the same activity; their ids are the engine's own business.
 */
public final class Disagreements {

    private static final Map<String, List<String>> KEYS = Map.of(
            "conversation_messages", List.of("source", "thread_id", "message_id"),
            "conversations", List.of("source", "thread_id", "conversation_id"),
            "turns", List.of("source", "thread_id", "conversation_id", "turn"),
            "stints", List.of("source", "thread_id", "conversation_id", "stint"),
            "agent_load", List.of("agent_id", "slice_at"),
            "daily_metrics", List.of("report_date", "channel", "team", "mode"),
            "backlog", List.of("hour_at", "channel", "team"));
    /** Business time and models are checked elsewhere; an agent's team in a slice is no definition of the page. */
    private static final Set<String> NOT_COMPARED = Set.of("end_explanation", "out_of_hours", "agent_load.team");

    private Disagreements() {}

    /** One line for each value that differs and each row that only one of them has, by table. */
    public static List<String> between(Tables engine, Tables reference) {
        Tables ours = FirstActivities.named(engine);
        Tables plain = FirstActivities.named(reference);
        List<String> disagreements = new ArrayList<>();
        for (String table : Tables.COMPARED) {
            List<String> key = Objects.requireNonNull(KEYS.get(table));
            Map<String, Map<String, @Nullable Object>> left = byKey(key, ours.rows(table));
            Map<String, Map<String, @Nullable Object>> right = byKey(key, plain.rows(table));
            Set<String> keys = new TreeSet<>(left.keySet());
            keys.addAll(right.keySet());
            for (String row : keys) {
                compare(table, row, left.get(row), right.get(row)).forEach(disagreements::add);
            }
        }
        return disagreements;
    }

    private static List<String> compare(
            String table,
            String row,
            @Nullable Map<String, @Nullable Object> engine,
            @Nullable Map<String, @Nullable Object> reference) {
        if (engine == null || reference == null) {
            return List.of(table + " " + row + ": only the " + (engine == null ? "reference" : "engine") + " has it");
        }
        List<String> differences = new ArrayList<>();
        for (String column : engine.keySet()) {
            boolean compared = !column.contains("_business_")
                    && !NOT_COMPARED.contains(column)
                    && !NOT_COMPARED.contains(table + "." + column);
            if (compared && !reference.containsKey(column)) {
                throw new IllegalStateException("the reference has no column " + table + "." + column);
            }
            if (compared && !Objects.equals(engine.get(column), reference.get(column))) {
                differences.add(table + " " + row + ": " + column + " is " + engine.get(column) + " by the engine and "
                        + reference.get(column) + " by the reference");
            }
        }
        return differences;
    }

    private static Map<String, Map<String, @Nullable Object>> byKey(
            List<String> key, List<Map<String, @Nullable Object>> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> key.stream()
                                .map(column -> String.valueOf(row.get(column)))
                                .collect(Collectors.joining(" ")),
                        row -> row,
                        (first, second) -> {
                            throw new IllegalStateException("two rows of one key: " + first + " and " + second);
                        },
                        TreeMap::new));
    }
}
