package dev.threadline.jobs.cli;

import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.publish.BuildExtent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Up to when the tables are built. */
final class BuildOptions {

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = {
                "Build as if it were this instant, such as 2026-03-31T23:59:59Z; later records are not read.",
                "Default: the newest message."
            })
    @Nullable
    String asOf;

    @Option(
            names = "--full",
            description = {
                "Build everything from the messages. Without it only what changed since the last publication is built,",
                "where that is quicker; the tables are the same."
            })
    boolean full;

    BuildExtent extent() {
        return full ? BuildExtent.EVERYTHING : BuildExtent.AS_NEEDED;
    }

    Optional<Instant> asOf() {
        if (asOf == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(asOf).toInstant());
        } catch (DateTimeParseException badFormat) {
            throw JobErrors.badInstant("--as-of", asOf);
        }
    }
}
