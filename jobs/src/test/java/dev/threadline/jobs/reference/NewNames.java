package dev.threadline.jobs.reference;

import dev.threadline.jobs.thread.Utf8Order;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of which nothing is left but their order, on which ties depend: numbers of equal length, in the order of UTF-8. */
record NewNames(Map<String, String> byOld) {

    private static final Set<String> COLUMNS = Set.of(
            "source",
            "thread_id",
            "message_id",
            "sender_id",
            "customer_id",
            "agent_id",
            "first_agent_id",
            "last_agent_id",
            "first_response_agent_id",
            "answered_by",
            "conversation_id",
            "previous_conversation_id");

    /** New names of everything that the log names. */
    static NewNames of(List<LogRecord> log) {
        Set<String> old = new TreeSet<>(Utf8Order.COMPARATOR);
        log.forEach(record -> record.renamed(name -> {
            old.add(name);
            return name;
        }));
        Map<String, String> byOld = new HashMap<>();
        old.forEach(name -> byOld.put(name, String.format(Locale.ROOT, "n%05d", byOld.size())));
        return new NewNames(byOld);
    }

    String of(String old) {
        return Objects.requireNonNull(byOld.get(old), old);
    }

    /** The value of a column under the new names; a conversation is named by its first activity. */
    @Nullable
    Object of(String column, @Nullable Object value) {
        return value instanceof String name && COLUMNS.contains(column)
                ? Arrays.stream(name.split("/", -1)).map(this::of).collect(Collectors.joining("/"))
                : value;
    }
}
