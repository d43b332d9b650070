package dev.threadline.dashboard.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run published: the version of every table that belongs together, and how the numbers were made.
 *
 * @param asOf the instant that the log was read up to
 * @param reportZone the one zone of all dates in reports
 * @param tableVersions the Delta version of each published table that can still be read
 * @param unattached records that belong to no conversation
 * @param configuration the settings that the numbers were made with, as a JSON object
 * @param retiredAt when its tables were given up; null while they can be read
 * @param erasedAt when a customer in it was forgotten, so that only its aggregates are left; null if none was
 */
public record Publication(
        long publicationId,
        Instant publishedAt,
        Instant asOf,
        String definitionVersion,
        ZoneId reportZone,
        String policy,
        Map<String, Long> tableVersions,
        long messages,
        long conversations,
        long unattached,
        String configuration,
        @Nullable Instant retiredAt,
        @Nullable Instant erasedAt) {

    public Publication {
        tableVersions = Map.copyOf(tableVersions);
    }

    /** The report date that the data ends on. */
    public LocalDate asOfDate() {
        return asOf.atZone(reportZone).toLocalDate();
    }
}
