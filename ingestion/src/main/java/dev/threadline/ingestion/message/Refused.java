package dev.threadline.ingestion.message;

import org.jspecify.annotations.Nullable;

/**
 * How many records of a file were refused for a reason.
 *
 * @param reason the code
 * @param file null where the mapping's rows cannot be followed to files
 * @param firstLine the first such line, null where the reader does not know
 */
public record Refused(
        String reason,
        @Nullable String file,
        long records,
        @Nullable Long firstLine) {}
