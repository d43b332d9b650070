package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.storage.LocalFolder;
import dev.threadline.dashboard.storage.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Opens the tables that a warehouse shows its readers: those that the newest publication pins, and its history. */
public final class Warehouse {

    private static final String PUBLICATIONS = "publications";

    /** Written by each run and never pinned: read at their newest version. */
    private static final List<String> HISTORY = List.of("runs", "ingested_files");

    /** What ingestion leaves behind: read at its newest version where no publication pins it. */
    private static final List<String> BY_INGESTION = List.of("messages", "rejected_records");

    /** Tables with rows of single customers. */
    private static final List<String> OF_CUSTOMERS = List.of(
            "messages",
            "rejected_records",
            "conversations",
            "conversation_messages",
            "turns",
            "stints",
            "conversation_restatements");

    private final Storage storage;

    private final DeltaTables tables;

    private final Optional<Path> exports;

    private Warehouse(Storage storage, DeltaTables tables, Optional<Path> exports) {
        this.storage = storage;
        this.tables = tables;
        this.exports = exports;
    }

    /** The warehouse in a folder of this machine, which need not exist yet. */
    public static Warehouse in(Path directory) {
        return in(new LocalFolder(directory));
    }

    /** The warehouse at a place, which need not exist yet. */
    public static Warehouse in(Storage storage) {
        return new Warehouse(storage, new DeltaTables(storage), Optional.empty());
    }

    /** The same, whose readers may write what is to be sent into a folder. */
    Warehouse exportingTo(Path folder) {
        return new Warehouse(storage, tables, Optional.of(folder));
    }

    /** Its folder, an absolute path or a URI. */
    public String place() {
        return storage.place();
    }

    /** How often it may be asked for news. */
    public Duration interval() {
        return storage.interval();
    }

    /** A snapshot's files are still read. */
    void inUse(WarehouseSnapshot snapshot) {
        snapshot.tables().forEach(table -> storage.inUse(table.files()));
    }

    /** What was copied from here goes with its originals, if anything was written since this was last looked after. */
    void mirror() {
        storage.mirror(() -> stamp().toString());
    }

    /** Whether anything was ever written here. */
    public boolean exists() {
        return Stream.concat(Stream.of(PUBLICATIONS), Stream.concat(HISTORY.stream(), BY_INGESTION.stream()))
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
        return open(wanted, Publications::newest);
    }

    /**
     * Opens the tables that are wanted as an earlier publication showed them.
     *
     * @throws dev.threadline.dashboard.error.UserError as {@link #open(Predicate)}, and if there is no such publication, or
     *     none of its tables is left
     */
    public WarehouseSnapshot openPublication(long publicationId, Predicate<String> wanted) {
        return open(
                wanted,
                duckDb -> Optional.of(readable(Publications.numbered(duckDb, publicationId)
                        .orElseThrow(() -> DashboardErrors.noPublication(publicationId, place())))));
    }

    private static Publication readable(Publication publication) {
        Instant retiredAt = publication.retiredAt();
        if (retiredAt != null) {
            throw DashboardErrors.retired(publication.publicationId(), retiredAt);
        }
        return publication;
    }

    private WarehouseSnapshot open(Predicate<String> wanted, Function<DuckDb, Optional<Publication>> chosen) {
        if (!exists()) {
            throw DashboardErrors.noWarehouse(place());
        }
        mirror();
        CompletableFuture<DuckDb> starting =
                CompletableFuture.supplyAsync(() -> DuckDb.confinedTo(storage.localFolder(), exports));
        try {
            return open(wanted, chosen, starting);
        } catch (RuntimeException unreadable) {
            starting.thenAccept(DuckDb::close).join();
            throw unreadable;
        }
    }

    private WarehouseSnapshot open(
            Predicate<String> wanted,
            Function<DuckDb, Optional<Publication>> chosen,
            CompletableFuture<DuckDb> starting) {
        List<PinnedTable> shown = new ArrayList<>(newest(List.of(PUBLICATIONS), table -> true));
        Optional<PinnedTable> publications = shown.stream().findFirst();
        shown.addAll(newest(HISTORY, wanted));
        DuckDb duckDb = starting.join();
        publications.ifPresent(duckDb::show);
        Optional<Publication> publication = publications.flatMap(table -> chosen.apply(duckDb));
        Map<String, Long> pins = publication.map(Publication::tableVersions).orElse(Map.of());
        shown.addAll(pinned(pins, wanted));
        shown.addAll(
                publication.map(Publication::erasedAt).isPresent()
                        ? gone(publication.orElseThrow(), wanted)
                        : newest(BY_INGESTION, table -> wanted.test(table) && !pins.containsKey(table)));
        shown.stream().filter(table -> !table.name().equals(PUBLICATIONS)).forEach(duckDb::show);
        duckDb.lock();
        return new WarehouseSnapshot(publication, shown, duckDb);
    }

    private List<PinnedTable> pinned(Map<String, Long> pins, Predicate<String> wanted) {
        List<Map.Entry<String, Long>> asked = pins.entrySet().stream()
                .filter(table -> wanted.test(table.getKey()))
                .toList();
        return storage.atOnce().map(asked, table -> tables.at(table.getKey(), table.getValue()));
    }

    /** The tables with rows of single customers, which a publication has no more since one of them was forgotten. */
    private List<PinnedTable> gone(Publication publication, Predicate<String> wanted) {
        return newest(
                        OF_CUSTOMERS,
                        table -> wanted.test(table)
                                && !publication.tableVersions().containsKey(table))
                .stream()
                .map(table -> table.goneBecause(DashboardErrors.erased(table.name(), publication.publicationId())))
                .toList();
    }

    private List<PinnedTable> newest(List<String> names, Predicate<String> wanted) {
        return names.stream()
                .filter(wanted)
                .filter(tables::has)
                .map(tables::newest)
                .toList();
    }
}
