package dev.threadline.ingestion.message;

import java.io.Serializable;
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
        @Nullable Long firstLine) implements Serializable {

    /** Those of the same reason and file together. */
    Refused and(Refused other) {
        return new Refused(reason, file, records + other.records, first(firstLine, other.firstLine));
    }

    private static @Nullable Long first(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
