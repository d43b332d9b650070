package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.maintenance.WarehouseTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publication.TableVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows the tables without forgotten customers, and leaves earlier publications their aggregates. */
final class PublicationErasure {

    private final Warehouse warehouse;
    private final Publications publications;
    private final Optional<Publication> before;
    private final boolean isCurrent;

    /** Looks at what is published, before anything is erased. */
    PublicationErasure(Warehouse warehouse, Publications publications) {
        this.warehouse = warehouse;
        this.publications = publications;
        this.before = publications.newest();
        this.isCurrent = before.filter(shown -> warehouse.haveSameFiles(
                        MessagesTable.TABLE,
                        shown.tableVersions().of(MessagesTable.TABLE),
                        warehouse.version(MessagesTable.TABLE)))
                .isPresent();
    }

    /** What was published before. */
    Optional<Publication> before() {
        return before;
    }

    /**
     * Publishes what the messages are now, if anything was published before; of the same instant if all messages were in it.
     *
     * @param build builds and publishes the tables up to an instant, or up to the newest message
     */
    Optional<Publication> publish(Function<Optional<Instant>, Publication> build, String runId, Instant publishedAt) {
        return before.map(shown -> withTraces(
                build.apply(isCurrent ? Optional.of(Instant.ofEpochMilli(shown.asOf())) : Optional.empty()),
                runId,
                publishedAt));
    }

    /** Shows rejects and aliases as they are now: where no message changed, no build looked at them. */
    private Publication withTraces(Publication built, String runId, Instant publishedAt) {
        TableVersions versions = built.tableVersions();
        for (Table<?> table : TraceErasureJob.TABLES) {
            versions = versions.has(table) ? versions.with(table, warehouse.version(table)) : versions;
        }
        if (versions.equals(built.tableVersions().caughtUp(warehouse, TraceErasureJob.TABLES))) {
            return built;
        }
        Publication anew = built.again(built.publicationId() + 1, runId, publishedAt.toEpochMilli())
                .in(versions);
        publications.add(anew);
        return anew;
    }

    /** Whether the aggregates are those from before; null where something else changed too. */
    @Nullable
    Boolean areNumbersUnchanged(Publication after) {
        return before.filter(shown -> isCurrent
                        && shown.fingerprint().equals(after.fingerprint())
                        && shown.definitionVersion().equals(after.definitionVersion()))
                .map(shown -> Aggregates.areEqual(warehouse, shown.tableVersions(), after.tableVersions()))
                .orElse(null);
    }

    /**
     * Takes the tables with rows of customers from all publications but the newest; returns the numbers of those that had
     * some.
     *
     * @param until those published later know nothing of the forgotten
     */
    List<Long> reduce(Instant until, Instant now) {
        long newest = publications.newest().map(Publication::publicationId).orElse(0L);
        List<Long> reduced = publications.all().stream()
                .filter(publication -> publication.publicationId() != newest
                        && !Instant.ofEpochMilli(publication.publishedAt()).isAfter(until)
                        && WarehouseTables.OF_CUSTOMERS.stream().anyMatch(publication.tableVersions()::has))
                .map(Publication::publicationId)
                .toList();
        if (!reduced.isEmpty()) {
            publications.change(publication -> reduced.contains(publication.publicationId())
                    ? publication.erased(now.toEpochMilli(), WarehouseTables.OF_CUSTOMERS)
                    : publication);
        }
        return reduced;
    }
}
