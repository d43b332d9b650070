package dev.threadline.dashboard.cube;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A channel and a team; the empty text stands for none. */
record Queue(String channel, String team) implements Comparable<Queue> {

    /** As tables put texts in order: by their bytes. */
    private static final Comparator<String> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final Comparator<Queue> BY_NAME = Comparator.comparing(Queue::channel, BY_BYTES)
            .thenComparing(Queue::namedTeam, Comparator.nullsLast(BY_BYTES));

    /** The team as rows have it: null for none. */
    @Nullable
    String namedTeam() {
        return team.isEmpty() ? null : team;
    }

    @Override
    public int compareTo(Queue other) {
        return BY_NAME.compare(this, other);
    }
}
