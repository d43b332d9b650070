package dev.threadline.jobs.cli.option;

import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.publish.BuildExtent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Up to when the tables are built, and how much of them. */
public final class BuildOptions {

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = {
                "Build as if it were this instant, such as 2026-03-31T23:59:59Z; later records are not read.",
                "Default: the newest message."
            })
    private @Nullable String asOf;

    @Option(
            names = "--full",
            description = {
                "Build everything from the messages. Without it only what changed since the last publication is built,",
                "where that is quicker; the tables are the same."
            })
    private boolean full;

    /** How much is built: everything if it was asked for, else what is needed. */
    public BuildExtent extent() {
        return full ? BuildExtent.EVERYTHING : BuildExtent.AS_NEEDED;
    }

    /** The instant that tables are built as of, if one was given; a user error if what was given is none. */
    public Optional<Instant> asOf() {
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
