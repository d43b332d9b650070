package dev.threadline.jobs.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of a command: one row of {@code runs}. Instants are epoch milliseconds.
 *
 * @param read records read, {@code accepted + duplicates + rejected}
 * @param publicationId what it published, if it did
 * @param error what went wrong, without message text
 * @param rowsAdded that a build wrote, by table; empty without one
 * @param rowsRemoved that it took away; empty if it built everything
 * @param audit what both sides of each law came to; empty without one
 */
public record Run(
        String runId,
        String command,
        State state,
        long startedAt,
        long finishedAt,
        int files,
        long read,
        long accepted,
        long duplicates,
        long rejected,
        @Nullable Long publicationId,
        @Nullable String error,
        String version,
        Map<String, Long> rowsAdded,
        Map<String, Long> rowsRemoved,
        Map<String, Long> audit) {

    /** How a run ended. */
    public enum State {
        DONE,
        /** A failure of Threadline's or of its surroundings. */
        FAILED,
        /** Stopped because of what the user asked or handed in. */
        REFUSED;

        /** As it is written in tables and reports. */
        public String code() {
            return switch (this) {
                case DONE -> "done";
                case FAILED -> "failed";
                case REFUSED -> "refused";
            };
        }
    }
}
