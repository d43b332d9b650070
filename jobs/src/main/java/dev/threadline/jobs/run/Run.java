package dev.threadline.jobs.run;

import org.jspecify.annotations.Nullable;

/**
 * A run of a command: one row of {@code runs}. Instants are epoch milliseconds.
 *
 * @param read records read, {@code accepted + duplicates + rejected}
 * @param publicationId what it published, if it did
 * @param error what went wrong, without message text
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
        String version) {

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
