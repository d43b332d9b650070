package dev.threadline.jobs.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names conversations by the first activity in them, so that engines with ids of their own can be compared. */
final class FirstActivities {

    private FirstActivities() {}

    /** The same tables with every conversation id replaced by thread and message id of its first activity. */
    static Map<String, List<Map<String, @Nullable Object>>> named(
            Map<String, List<Map<String, @Nullable Object>>> tables) {
        Map<String, String> names = names(Objects.requireNonNull(tables.get("conversation_messages")));
        Map<String, List<Map<String, @Nullable Object>>> named = new LinkedHashMap<>();
        tables.forEach((table, rows) ->
                named.put(table, rows.stream().map(row -> named(row, names)).toList()));
        return named;
    }

    private static Map<String, String> names(List<Map<String, @Nullable Object>> records) {
        Map<String, Long> places = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Map<String, @Nullable Object> row : records) {
            String id = (String) row.get("conversation_id");
            boolean isActivity = "message".equals(row.get("kind"))
                    && ("customer".equals(row.get("sender_role")) || "agent".equals(row.get("sender_role")));
            Long place = (Long) Objects.requireNonNull(row.get("place"));
            if (id != null && isActivity && place < places.getOrDefault(id, Long.MAX_VALUE)) {
                places.put(id, place);
                names.put(id, row.get("source") + "/" + row.get("thread_id") + "/" + row.get("message_id"));
            }
        }
        return names;
    }

    private static Map<String, @Nullable Object> named(Map<String, @Nullable Object> row, Map<String, String> names) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>(row);
        for (String column : List.of("conversation_id", "previous_conversation_id")) {
            String id = (String) row.get(column);
            if (id != null) {
                named.put(column, Objects.requireNonNull(names.get(id), () -> "no record of conversation " + id));
            }
        }
        return named;
    }
}
