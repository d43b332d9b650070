package dev.threadline.jobs.maintenance;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.input.MessageDifference;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publication.Rollback;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The publications by which a run knows, after a rollback, that somebody went back on purpose and that nothing came since:
 * those gone back from that read the messages as they are, and the one that first showed the tables that are shown again.
 * They follow the messages while these are written anew, and are not retired: else the next run would undo the rollback.
 */
final class RollbackMemory {

    private final Publications publications;
    private final Set<Long> needed;
    private final Set<Long> upToDate;
    private long messages;

    RollbackMemory(Warehouse warehouse, Publications publications) {
        this.publications = publications;
        long found = warehouse.versionIfAny(MessagesTable.TABLE);
        this.messages = found;
        List<Publication> all = publications.all();
        Predicate<Publication> isUpToDate =
                publication -> publication.tableVersions().has(MessagesTable.TABLE)
                        && MessageDifference.isNone(
                                warehouse, publication.tableVersions().of(MessagesTable.TABLE), found);
        this.needed = needed(all, isUpToDate);
        this.upToDate = numbers(all.stream()
                .filter(publication -> needed.contains(publication.publicationId()))
                .filter(isUpToDate)
                .toList());
    }

    private static Set<Long> needed(List<Publication> all, Predicate<Publication> isUpToDate) {
        List<Publication> goneBackFrom =
                Rollback.goneBackFrom(all).stream().filter(isUpToDate).toList();
        Set<Long> needed = new HashSet<>(numbers(goneBackFrom));
        if (!needed.isEmpty()) {
            needed.add(Rollback.firstShown(all).publicationId());
        }
        return needed;
    }

    private static Set<Long> numbers(List<Publication> publications) {
        return publications.stream().map(Publication::publicationId).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a publication must be kept, however old. */
    boolean needs(long publicationId) {
        return needed.contains(publicationId);
    }

    /** A table's rows, as far as numbers go, are the same in the version after {@code before}. */
    void moved(Table<?> table, long before, long after) {
        if (table.equals(MessagesTable.TABLE) && messages == before && after == before + 1) {
            messages = after;
        }
    }

    /**
     * Lets the publications that read the messages as they were found pin them as they were written anew, also by one before
     * that came to no end.
     */
    void follow() {
        if (!upToDate.isEmpty()) {
            publications.change(publication -> upToDate.contains(publication.publicationId())
                    ? publication.in(publication.tableVersions().with(MessagesTable.TABLE, messages))
                    : publication);
        }
    }
}
