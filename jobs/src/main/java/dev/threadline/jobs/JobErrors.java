package dev.threadline.jobs;

import dev.threadline.ingestion.UserError;
import java.time.Instant;
import java.util.Optional;

/** What can be wrong with what the user asked of the jobs. */
public final class JobErrors {

    private JobErrors() {}

    public static UserError nothingIngested(String warehouse) {
        return new UserError(
                "There is nothing to build in " + warehouse,
                "no messages were ingested into this warehouse",
                "Take logs in first: ./threadline ingest --input PATH, or both at once: ./threadline run --input PATH");
    }

    public static UserError nothingToBuild(String warehouse, Optional<Instant> asOf) {
        return new UserError(
                "There is nothing to build in " + warehouse,
                asOf.map(instant -> "it has no messages sent at or before " + instant)
                        .orElse("it has no accepted messages"),
                asOf.isPresent()
                        ? "Ask for a later --as-of, or leave it out for the newest message"
                        : "Look at what was refused with ./threadline status, then ingest logs again");
    }

    public static UserError badInstant(String option, String value) {
        return new UserError(
                option + " " + value + " is no instant",
                "it takes an ISO-8601 instant with an offset or Z",
                "Write it as " + option + " 2026-03-31T23:59:59Z");
    }
}
