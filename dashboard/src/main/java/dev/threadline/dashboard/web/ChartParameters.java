package dev.threadline.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What single charts are asked beyond the filters.
 *
 * @param target within which a first response is in time
 * @param at the hour of the backlog; the newest where none is given
 */
record ChartParameters(Duration target, Optional<Instant> at) {

    private static final int STANDARD_TARGET_MINUTES = 60;
    private static final int GREATEST_TARGET_MINUTES = 30 * 24 * 60;

    /** Reads {@code target}, in minutes, and {@code at}. */
    static ChartParameters read(Parameters parameters) {
        return new ChartParameters(
                Duration.ofMinutes(
                        parameters.number("target", 1, GREATEST_TARGET_MINUTES).orElse(STANDARD_TARGET_MINUTES)),
                parameters.instant("at"));
    }

    /** The values for the query. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("target_ms", target.toMillis());
        values.put("at", at.orElse(null));
        return values;
    }
}
