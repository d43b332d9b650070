package dev.threadline.jobs.pipeline.increment.window;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hours at which a queue's oldest wait is to be looked for among conversations that did not change, and how old the
 * oldest is that is known. Adding is associative.
 */
public final class OldestWaits implements Serializable {

    private static final long serialVersionUID = 1;

    /** Nobody is known to wait. */
    private static final long NOBODY = -1;

    private final Map<String, TreeMap<Long, Long>> ageByHour = new HashMap<>();

    /** Adds an hour; {@code age} is none where nobody is known to wait. */
    public void add(String queue, long hourAt, @Nullable Long age) {
        ageByHour.computeIfAbsent(queue, unseen -> new TreeMap<>()).put(hourAt, age == null ? NOBODY : age);
    }

    /** Adds those of others. */
    public OldestWaits plus(OldestWaits other) {
        other.ageByHour.forEach((queue, hours) ->
                ageByHour.computeIfAbsent(queue, unseen -> new TreeMap<>()).putAll(hours));
        return this;
    }

    /** Whether no hour is in doubt. */
    public boolean isEmpty() {
        return ageByHour.isEmpty();
    }

    /** The earliest of the hours, epoch milliseconds; there has to be one. */
    public long firstHourAt() {
        return ageByHour.values().stream().mapToLong(TreeMap::firstKey).min().orElseThrow();
    }

    /** The latest of them. */
    public long lastHourAt() {
        return ageByHour.values().stream().mapToLong(TreeMap::lastKey).max().orElseThrow();
    }

    /**
     * Whether a conversation may hold an older wait at one of the hours.
     *
     * @param start of the conversation, epoch milliseconds
     * @param end of it, inclusive
     * @param longest no wait of it is longer, milliseconds
     */
    public boolean mayBeOf(String queue, long start, long end, long longest) {
        TreeMap<Long, Long> hours = ageByHour.get(queue);
        return hours != null
                && hours.subMap(start, true, Math.max(start, end), true).entrySet().stream()
                        .anyMatch(hour -> Math.min(longest, hour.getKey() - start) > hour.getValue());
    }
}
