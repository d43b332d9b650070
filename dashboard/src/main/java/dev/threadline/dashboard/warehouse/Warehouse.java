package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.DashboardErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Opens the tables that a warehouse shows its readers: those that the newest publication pins, and its history. */
public final class Warehouse {

    private static final String PUBLICATIONS = "publications";

    /** Written by each run and never pinned: read at their newest version. */
    private static final List<String> HISTORY = List.of("runs", "ingested_files");

    /** What ingestion alone leaves behind; shown unpinned until there is a publication. */
    private static final List<String> BEFORE_ANY_PUBLICATION = List.of("messages", "rejected_records");

    private final DeltaTables tables;

    private Warehouse(DeltaTables tables) {
        this.tables = tables;
    }

    /** The warehouse in a folder, which need not exist yet. */
    public static Warehouse in(Path directory) {
        return new Warehouse(new DeltaTables(directory));
    }

    public Path directory() {
        return tables.directory();
    }

    /** Whether anything was ever written here. */
    public boolean exists() {
        return Stream.concat(Stream.of(PUBLICATIONS), Stream.concat(HISTORY.stream(), BEFORE_ANY_PUBLICATION.stream()))
                .anyMatch(tables::has);
    }

    /** Says whether a snapshot opened earlier is outdated: changes whenever a run or a publication is written. */
    public List<Long> stamp() {
        return Stream.of(PUBLICATIONS, "runs")
                .map(table -> tables.newestVersion(table).orElse(-1))
                .toList();
    }

    /** Opens all tables. */
    public WarehouseSnapshot open() {
        return open(table -> true);
    }

    /**
     * Opens the tables that are wanted, listing them while DuckDB starts.
     *
     * @throws dev.threadline.dashboard.error.UserError if there is no warehouse, or a table cannot be read
     */
    public WarehouseSnapshot open(Predicate<String> wanted) {
        CompletableFuture<DuckDb> starting = CompletableFuture.supplyAsync(() -> DuckDb.confinedTo(directory()));
        if (!exists()) {
            throw DashboardErrors.noWarehouse(directory());
        }
        Optional<PinnedTable> publications = newest(PUBLICATIONS);
        List<PinnedTable> history = HISTORY.stream()
                .filter(wanted)
                .flatMap(table -> newest(table).stream())
                .toList();
        DuckDb duckDb = starting.join();
        publications.ifPresent(duckDb::show);
        Optional<Publication> publication = publications.flatMap(table -> Publications.newest(duckDb));
        List<PinnedTable> shown = new ArrayList<>(history);
        shown.addAll(publication.map(row -> pinned(row, wanted)).orElseGet(() -> unpublished(wanted)));
        shown.forEach(duckDb::show);
        publications.ifPresent(shown::add);
        duckDb.lock();
        return new WarehouseSnapshot(publication, shown, duckDb);
    }

    private List<PinnedTable> pinned(Publication publication, Predicate<String> wanted) {
        return publication.tableVersions().entrySet().stream()
                .filter(table -> wanted.test(table.getKey()))
                .map(table -> tables.at(table.getKey(), table.getValue()))
                .toList();
    }

    private List<PinnedTable> unpublished(Predicate<String> wanted) {
        return BEFORE_ANY_PUBLICATION.stream()
                .filter(wanted)
                .flatMap(table -> newest(table).stream())
                .toList();
    }

    private Optional<PinnedTable> newest(String table) {
        return tables.has(table) ? Optional.of(tables.newest(table)) : Optional.empty();
    }
}
