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

    /** The same tables with source, thread and message of its first activity in place of every conversation's id. */
    static Tables named(Tables tables) {
        Map<String, String> names = names(tables.rows("conversation_messages"));
        return tables.map(row -> named(row, names));
    }

    private static Map<String, String> names(List<Map<String, @Nullable Object>> records) {
        Map<String, Long> places = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Map<String, @Nullable Object> row : records) {
            String id = (String) row.get("conversation_id");
            Long place = (Long) Objects.requireNonNull(row.get("place"));
            if (id != null && isActivity(row) && place < places.getOrDefault(id, Long.MAX_VALUE)) {
                places.put(id, place);
                names.put(id, row.get("source") + "/" + row.get("thread_id") + "/" + row.get("message_id"));
            }
        }
        return names;
    }

    private static boolean isActivity(Map<String, @Nullable Object> row) {
        return "message".equals(row.get("kind"))
                && ("customer".equals(row.get("sender_role")) || "agent".equals(row.get("sender_role")));
    }

    private static Map<String, @Nullable Object> named(Map<String, @Nullable Object> row, Map<String, String> names) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>(row);
        for (String column : List.of("conversation_id", "previous_conversation_id")) {
            Object id = row.get(column);
            if (id != null) {
                named.put(column, Objects.requireNonNull(names.get(id), () -> "no record of conversation " + id));
            }
        }
        return named;
    }
}
