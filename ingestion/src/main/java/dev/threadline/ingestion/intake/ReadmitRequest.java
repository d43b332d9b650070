package dev.threadline.ingestion.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * Which refused records shall be tried again.
 *
 * @param mapping a built-in mapping's name, or a file that ends in {@code .sql}: those that a mapping of this name refused,
 *     read by this one; without it all, each by its own mapping
 * @param reason only those refused for it
 * @param now when the run began
 * @param runId names the run
 */
public record ReadmitRequest(Optional<String> mapping, Optional<String> reason, Instant now, String runId) {}
