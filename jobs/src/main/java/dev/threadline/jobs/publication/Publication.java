package dev.threadline.jobs.publication;

import dev.threadline.ingestion.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readers see together: one row pins the version of every table. It is written last, after the audit passed.
 *
 * @param publicationId 1, 2, ... in the order of publication
 * @param publishedAt epoch milliseconds
 * @param asOf epoch milliseconds; records after it were not read
 * @param definitionVersion of the definitions that the numbers follow
 * @param configuration the effective configuration as JSON
 * @param tableVersions Delta version of each published table that can still be read
 * @param messages records read
 * @param conversations conversations found
 * @param unattached records that belong to no conversation
 * @param version of Threadline
 * @param retiredAt when its tables were given up, epoch milliseconds; null while they can be read
 * @param erasedAt when a customer in it was first forgotten, so that only its aggregates are left; null if none was
 */
public record Publication(
        long publicationId,
        long publishedAt,
        String runId,
        long asOf,
        String definitionVersion,
        String reportZone,
        String policy,
        String configuration,
        String fingerprint,
        TableVersions tableVersions,
        long messages,
        long conversations,
        long unattached,
        String version,
        @Nullable Long retiredAt,
        @Nullable Long erasedAt) {

    /** A publication whose tables can all be read. */
    public Publication(
            long publicationId,
            long publishedAt,
            String runId,
            long asOf,
            String definitionVersion,
            String reportZone,
            String policy,
            String configuration,
            String fingerprint,
            TableVersions tableVersions,
            long messages,
            long conversations,
            long unattached,
            String version) {
        this(
                publicationId,
                publishedAt,
                runId,
                asOf,
                definitionVersion,
                reportZone,
                policy,
                configuration,
                fingerprint,
                tableVersions,
                messages,
                conversations,
                unattached,
                version,
                null,
                null);
    }

    /** Whether all of its tables can be read. */
    public boolean isWhole() {
        return retiredAt == null && erasedAt == null;
    }

    /** The same tables under another number. */
    public Publication again(long number, String byRun, long at) {
        return new Publication(
                number,
                at,
                byRun,
                asOf,
                definitionVersion,
                reportZone,
                policy,
                configuration,
                fingerprint,
                tableVersions,
                messages,
                conversations,
                unattached,
                version);
    }

    /** The same numbers in these versions of tables. */
    public Publication in(TableVersions versions) {
        return with(versions, retiredAt, erasedAt);
    }

    /** The row that stays of it when none of its tables can be read any more. */
    public Publication retired(long at) {
        return with(new TableVersions(), at, erasedAt);
    }

    /** What stays of it when a customer in it is forgotten: all but the tables with rows of customers. */
    public Publication erased(long at, List<Table<?>> ofCustomers) {
        return with(tableVersions.without(ofCustomers), retiredAt, erasedAt == null ? Long.valueOf(at) : erasedAt);
    }

    private Publication with(TableVersions versions, @Nullable Long retired, @Nullable Long erased) {
        return new Publication(
                publicationId,
                publishedAt,
                runId,
                asOf,
                definitionVersion,
                reportZone,
                policy,
                configuration,
                fingerprint,
                versions,
                messages,
                conversations,
                unattached,
                version,
                retired,
                erased);
    }
}
