package dev.threadline.ingestion.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one run of ingestion shall do.
 *
 * @param inputs files, folders and globs
 * @param mapping a built-in mapping's name, or a file that ends in {@code .sql}
 * @param now when the run began
 * @param runId names the run
 * @param again whether files that were taken in before, and have not changed, are taken in once more
 * @param maxRejects the share of records, from 0 to 1, that may be refused; above it nothing is taken in
 */
public record IngestRequest(
        List<String> inputs, String mapping, Instant now, String runId, boolean again, double maxRejects) {

    public IngestRequest {
        inputs = List.copyOf(inputs);
        if (maxRejects < 0 || maxRejects > 1) {
            throw new IllegalArgumentException("maxRejects is " + maxRejects + "; give a share from 0 to 1");
        }
    }

    /** Whether so many refused records are at most the share of all that is allowed, exactly. */
    boolean allows(long refused, long records) {
        return BigDecimal.valueOf(refused)
                        .compareTo(BigDecimal.valueOf(maxRejects).multiply(BigDecimal.valueOf(records)))
                <= 0;
    }
}
