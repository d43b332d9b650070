package dev.threadline.jobs.publication;

/**
 * What readers see together: one row pins the version of every table. It is written last, after the audit passed.
 *
 * @param publicationId 1, 2, ... in the order of publication
 * @param publishedAt epoch milliseconds
 * @param asOf epoch milliseconds; records after it were not read
 * @param definitionVersion of the definitions that the numbers follow
 * @param configuration the effective configuration as JSON
 * @param tableVersions Delta version of each published table
 * @param messages records read
 * @param conversations conversations found
 * @param unattached records that belong to no conversation
 * @param version of Threadline
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
        String version) {

    /** The same tables under another number. */
    Publication again(long number, String byRun, long at) {
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
}
