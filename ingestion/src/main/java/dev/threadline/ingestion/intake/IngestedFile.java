package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.source.file.SourceFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was taken in.
 *
 * @param mapping the locator of the mapping that it was read by
 * @param read records in it; null where the mapping's rows cannot be followed to files
 * @param rejected records of it that were refused; null as above
 */
public record IngestedFile(
        SourceFile file,
        String mapping,
        String runId,
        Instant ingestedAt,
        @Nullable Long read,
        @Nullable Long rejected) {}
