package dev.threadline.jobs.publication;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.JobErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Goes back to what an earlier publication showed, by a new publication that pins its tables again: history stays whole,
 * and whoever reads the newest publication reads the earlier tables.
 */
public final class Rollback {

    private final Warehouse warehouse;
    private final Publications publications;

    public Rollback(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.publications = new Publications(warehouse);
    }

    /**
     * Publishes an earlier publication's tables again.
     *
     * @param to its number; none for the last one that showed other tables than now
     * @param publishedAt epoch milliseconds
     * @return the new publication
     */
    public Publication run(OptionalLong to, String runId, long publishedAt) {
        Publication shown = publications.newest().orElseThrow(() -> JobErrors.nothingPublished(warehouse.root()));
        Publication again = to.isPresent()
                ? publications
                        .numbered(to.getAsLong())
                        .orElseThrow(() -> JobErrors.noPublication(to.getAsLong(), warehouse.root()))
                : earlier(shown).orElseThrow(() -> JobErrors.noEarlierPublication(shown.publicationId()));
        if (!again.isWhole()) {
            throw JobErrors.notWhole(again.publicationId(), warehouse.root());
        }
        Publication published = again.again(shown.publicationId() + 1, runId, publishedAt);
        publications.add(published);
        return published;
    }

    /** The publication before the one that first showed these tables: so a second step back goes further back. */
    private Optional<Publication> earlier(Publication shown) {
        Publication first = shown;
        Optional<Publication> before = publications.before(first);
        while (before.isPresent()) {
            if (sameTables(before.get(), shown)) {
                first = before.get();
            }
            before = publications.before(before.get());
        }
        return publications.before(first);
    }

    /** Whether the newest shows again what an earlier one showed before others did. */
    public static boolean isShown(List<Publication> byNumber) {
        return !goneBackFrom(byNumber).isEmpty();
    }

    /** The publications between the newest and the first that showed its tables: none unless it shows them again. */
    public static List<Publication> goneBackFrom(List<Publication> byNumber) {
        return byNumber.stream()
                .dropWhile(earlier -> !sameTables(earlier, newest(byNumber)))
                .filter(between -> !sameTables(between, newest(byNumber)))
                .toList();
    }

    /** The first publication that showed the tables that the newest shows. */
    public static Publication firstShown(List<Publication> byNumber) {
        return byNumber.stream()
                .filter(earlier -> sameTables(earlier, newest(byNumber)))
                .findFirst()
                .orElseThrow();
    }

    private static Publication newest(List<Publication> byNumber) {
        return byNumber.get(byNumber.size() - 1);
    }

    /** Tables that numbers are asked of; messages and rejects that were merely written anew change none. */
    private static boolean sameTables(Publication a, Publication b) {
        return built(a).equals(built(b));
    }

    private static Map<String, Long> built(Publication publication) {
        Map<String, Long> versions = new HashMap<>(publication.tableVersions().byName());
        versions.keySet().retainAll(BuiltTables.ALL.stream().map(Table::name).toList());
        return versions;
    }
}
