package dev.threadline.jobs.maintenance;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publication.TableVersions;
import java.util.Optional;

/**
 * Follows the versions of tables that readers see while files are written anew. The tables as written then take the place
 * of those shown; a version with rows that were never built must not.
 */
final class ShownVersions {

    private final Publications publications;
    private final RollbackMemory rollback;
    private final Optional<Publication> shown;
    private final TableVersions found;
    private TableVersions versions;

    ShownVersions(Warehouse warehouse, Publications publications) {
        this.publications = publications;
        this.rollback = new RollbackMemory(warehouse, publications);
        this.shown = publications.newest();
        this.found = shown.map(Publication::tableVersions)
                .orElseGet(TableVersions::new)
                .caughtUp(warehouse, WarehouseTables.APPENDED);
        this.versions = found;
    }

    /** Whether readers see just this version, or nobody pins the table at all. */
    boolean isShown(Table<?> table, long version) {
        return !versions.has(table) || versions.of(table) == version;
    }

    /** A table's rows, as far as numbers go, are the same in the version after {@code before}. */
    void moved(Table<?> table, long before, long after) {
        rollback.moved(table, before, after);
        if (versions.has(table) && versions.of(table) == before && after == before + 1) {
            versions = versions.with(table, after);
        }
    }

    /** Whether what is shown now stays only because a run finds this publication. */
    boolean needs(long publicationId) {
        return rollback.needs(publicationId);
    }

    /** Lets readers see the tables as they were written anew; nothing if none of those they see was. */
    Optional<Publication> publish(String runId, long publishedAt) {
        rollback.follow();
        if (shown.isEmpty() || versions.equals(found)) {
            return Optional.empty();
        }
        long number = shown.get().publicationId() + 1;
        Publication anew = shown.get().again(number, runId, publishedAt).in(versions);
        publications.add(anew);
        return Optional.of(anew);
    }
}
