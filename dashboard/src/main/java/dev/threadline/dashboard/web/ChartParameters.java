package dev.threadline.dashboard.web;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What single charts are asked beyond the filters.
 *
 * @param target within which a first response is in time
 */
record ChartParameters(Duration target) {

    private static final int STANDARD_TARGET_MINUTES = 60;
    private static final int GREATEST_TARGET_MINUTES = 30 * 24 * 60;

    /** Reads {@code target}, in minutes. */
    static ChartParameters read(Parameters parameters) {
        return new ChartParameters(Duration.ofMinutes(
                parameters.number("target", 1, GREATEST_TARGET_MINUTES).orElse(STANDARD_TARGET_MINUTES)));
    }

    /** The values for the query. */
    Map<String, @Nullable Object> values() {
        return Map.of("target_ms", target.toMillis());
    }
}
