package dev.threadline.dashboard.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a run published: the version of every table that belongs together, and how the numbers were made.
 *
 * @param asOf the instant that the log was read up to
 * @param reportZone the one zone of all dates in reports
 * @param tableVersions the Delta version of each published table
 * @param unattached records that belong to no conversation
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
        long unattached) {

    public Publication {
        tableVersions = Map.copyOf(tableVersions);
    }

    /** The report date that the data ends on. */
    public LocalDate asOfDate() {
        return asOf.atZone(reportZone).toLocalDate();
    }
}
