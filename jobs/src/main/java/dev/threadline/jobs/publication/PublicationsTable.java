package dev.threadline.jobs.publication;

import dev.threadline.ingestion.warehouse.Table;

/** The table {@code publications}: history, so it is read at its newest version. */
public final class PublicationsTable {

    public static final Table<Publication> TABLE = Table.<Publication>named(
                    "publications", "One row per publication, the newest is what readers see")
            .key("publication_id")
            .whole("publication_id", "1, 2, ... in order", Publication::publicationId)
            .instant("published_at", "When it was published", Publication::publishedAt)
            .string("run_id", "Run that published it", Publication::runId)
            .instant("as_of", "Records after it were not read", Publication::asOf)
            .string("definition_version", "Version of the definitions", Publication::definitionVersion)
            .string("report_zone", "Zone that days are cut in", Publication::reportZone)
            .string("policy", "Boundary policy", Publication::policy)
            .string("configuration", "Effective configuration, JSON", Publication::configuration)
            .string("fingerprint", "Of what changes the numbers in it", Publication::fingerprint)
            .wholeByName(
                    "table_versions",
                    "Delta version of each published table that can still be read",
                    publication -> publication.tableVersions().byName())
            .whole("messages", "Records read", Publication::messages)
            .whole("conversations", "Conversations found", Publication::conversations)
            .whole("unattached", "Records that belong to no conversation", Publication::unattached)
            .string("version", "Version of Threadline", Publication::version)
            .instant(
                    "retired_at",
                    "When maintain gave up its tables; NULL while they can be read",
                    Publication::retiredAt)
            .instant(
                    "erased_at",
                    "When a customer in it was first forgotten: only its aggregates are left; NULL if none was",
                    Publication::erasedAt)
            .build();

    private PublicationsTable() {}
}
