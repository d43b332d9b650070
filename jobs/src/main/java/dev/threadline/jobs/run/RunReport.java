package dev.threadline.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, for the machine that started it.
 *
 * @param warehouse where it ran, null where the configuration could not be read
 * @param versions of whatever made the numbers, by name
 * @param asOf records after it were not read; null where nothing is published
 * @param publicationId the publication that readers see after it; null where it did not come to that
 * @param counts numbers, or maps of numbers, by name
 * @param warnings what the user should know although it stopped nothing
 */
public record RunReport(
        String runId,
        String command,
        Ending ending,
        Instant startedAt,
        @Nullable String warehouse,
        Map<String, String> versions,
        @Nullable Instant asOf,
        @Nullable Long publicationId,
        Map<String, Object> counts,
        List<Step> steps,
        List<String> warnings) {

    /**
     * How it ended.
     *
     * @param error what went wrong, without text of messages; null if nothing did
     */
    public record Ending(
            Run.State state,
            int exitCode,
            Instant finishedAt,
            @Nullable String error) {}

    /** A step that was done, and how long it took after the one before. */
    public record Step(String what, Duration duration) {}

    /** From the start of the run to its end. */
    public Duration duration() {
        return Duration.between(startedAt, ending.finishedAt());
    }
}
