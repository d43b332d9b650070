package dev.threadline.jobs.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an engine computed: rows by the name of their table, values by the name of their column. Instants are
 * {@link java.time.Instant}s, counts and durations {@link Long}s.
 */
public record Tables(Map<String, List<Map<String, @Nullable Object>>> byName) {

    /** The tables that engines are compared on; what causes a disagreement comes before what follows from it. */
    public static final List<String> COMPARED =
            List.of("conversation_messages", "conversations", "turns", "stints", "agent_load");

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
}
