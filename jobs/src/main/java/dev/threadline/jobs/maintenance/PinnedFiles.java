package dev.threadline.jobs.maintenance;

import dev.threadline.ingestion.warehouse.LogCleanup;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Vacuum;
import dev.threadline.ingestion.warehouse.Vacuum.Freed;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.increment.IncrementJob;
import dev.threadline.jobs.publication.Publications;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files that the newest versions of tables and those pinned by publications consist of; all others may go. */
public final class PinnedFiles {

    private final Warehouse warehouse;
    private final Publications publications;

    public PinnedFiles(Warehouse warehouse, Publications publications) {
        this.warehouse = warehouse;
        this.publications = publications;
    }

    /** Deletes files, and what the logs say of versions, that nobody may read any more. */
    public Freed deleteOthers(Vacuum.Limits limits) {
        List<Map<String, Long>> pins = publications.all().stream()
                .map(publication -> publication.tableVersions().byName())
                .toList();
        Freed freed = new Freed(0, 0, 0, 0, warehouse.deleteScratch(IncrementJob.SCRATCH, limits.writtenBefore()));
        for (Table<?> table : WarehouseTables.all()) {
            if (warehouse.has(table)) {
                freed = freed.and(deleteOthers(table, pinned(table, pins), limits));
            }
        }
        return freed;
    }

    private Freed deleteOthers(Table<?> table, SortedSet<Long> pinned, Vacuum.Limits limits) {
        Freed freed = new Vacuum(warehouse).run(table, pinned, limits);
        long newest = warehouse.version(table);
        new LogCleanup(warehouse).run(table, pinned.isEmpty() ? newest : pinned.first(), limits.removedBefore());
        return freed;
    }

    private static SortedSet<Long> pinned(Table<?> table, List<Map<String, Long>> pins) {
        SortedSet<Long> pinned = new TreeSet<>();
        for (Map<String, Long> versions : pins) {
            Long version = versions.get(table.name());
            if (version != null) {
                pinned.add(version);
            }
        }
        return pinned;
    }
}
