package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A warehouse that is watched: when a run publishes, the next reader sees its publication, while readers at work finish
 * on the one they started with.
 */
public final class LiveWarehouse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveWarehouse.class);

    private static final Duration SAY_IN_USE = Duration.ofMinutes(10);

    private final Path exportFolder;
    private final Warehouse warehouse;
    private final List<Lens> lenses;
    private final Optional<Long> pinned;
    private final OlderPublications older;
    private final PublicationWatch watch = new PublicationWatch("publication-watch", this::look);
    private List<Long> stamp = List.of();
    private final List<Runnable> whenShown = new CopyOnWriteArrayList<>();
    private volatile @Nullable WarehouseSnapshot current;
    private volatile boolean closed;
    private long saidInUse = System.nanoTime();

    public LiveWarehouse(Warehouse warehouse) {
        this(warehouse, List.of(), Optional.empty());
    }

    /**
     * A warehouse that readers also see through lenses.
     *
     * @param pinned the publication to show, whatever comes after it; where none is given the newest
     */
    public LiveWarehouse(Warehouse warehouse, List<Lens> lenses, Optional<Long> pinned) {
        this.exportFolder = temporaryFolder();
        this.warehouse = warehouse.exportingTo(exportFolder);
        this.lenses = List.copyOf(lenses);
        this.pinned = pinned;
        this.older = new OlderPublications(this.warehouse, lenses);
    }

    /** Whether it goes on showing one publication when there are newer ones. */
    public boolean isPinned() {
        return pinned.isPresent();
    }

    /** Looks for a new publication now and then at this interval. */
    public LiveWarehouse watchEvery(Duration interval) {
        watch.every(interval);
        return this;
    }

    /** Has something done, quickly, whenever another publication is shown; now, if one is. */
    public synchronized void whenShown(Runnable action) {
        whenShown.add(action);
        WarehouseSnapshot open = current;
        if (open != null && open.publication().isPresent()) {
            action.run();
        }
    }

    /**
     * Starts reading the newest publication; to be closed by the reader.
     *
     * @throws UserError if there is no warehouse or it has no publication
     */
    public PublicationReader read() {
        return read(Sight.EVERYTHING);
    }

    /** As {@link #read()}, for a reader who sees only so much. */
    public PublicationReader read(Sight sight) {
        return read(sight, this::snapshot);
    }

    /**
     * Starts reading an older publication.
     *
     * @throws dev.threadline.dashboard.error.NotKept if there is none of this number, or its files are gone
     */
    public PublicationReader read(Sight sight, long publicationId) {
        return read(sight, () -> {
            WarehouseSnapshot shown = snapshot();
            boolean isShown = shown.publication()
                    .filter(publication -> publication.publicationId() == publicationId)
                    .isPresent();
            return isShown ? shown : older.open(publicationId);
        });
    }

    /** The number of the last publication that was published before an instant. */
    public Optional<Long> publishedBefore(Instant instant) {
        try {
            while (true) {
                Optional<Connection> open = snapshot().connect();
                if (open.isPresent()) {
                    try (Connection connection = open.get()) {
                        return Publications.lastBefore(connection, instant);
                    }
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("publications cannot be read", broken);
        }
    }

    private PublicationReader read(Sight sight, Supplier<WarehouseSnapshot> opener) {
        try {
            while (true) {
                WarehouseSnapshot snapshot = opener.get();
                Publication publication =
                        snapshot.publication().orElseThrow(() -> DashboardErrors.nothingPublished(warehouse.place()));
                Optional<Connection> connection = snapshot.connect(sight);
                if (connection.isPresent()) {
                    return new PublicationReader(publication, connection.get(), sight, exportFolder);
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("DuckDB gives no connection", broken);
        }
    }

    private WarehouseSnapshot snapshot() {
        if (closed) {
            throw new IllegalStateException("the warehouse was closed");
        }
        WarehouseSnapshot open = current;
        if (open == null) {
            refresh();
            open = current;
        }
        if (open == null) {
            throw DashboardErrors.noWarehouse(warehouse.place());
        }
        return open;
    }

    /** Opens the newest publication if it is not the one shown; keeps the one shown if that fails. */
    public synchronized void refresh() {
        List<Long> newest = warehouse.stamp();
        WarehouseSnapshot shown = current;
        if (shown != null && newest.equals(stamp)) {
            return;
        }
        if (shown != null && isPinned()) {
            warehouse.mirror();
            stamp = newest;
            return;
        }
        WarehouseSnapshot opened = open();
        current = opened;
        stamp = newest;
        opened.publication().ifPresent(row -> {
            LOG.info("showing publication {}", row.publicationId());
            whenShown.forEach(Runnable::run);
        });
        if (shown != null) {
            shown.close();
        }
        older.close();
    }

    private WarehouseSnapshot open() {
        WarehouseSnapshot opened =
                pinned.isPresent() ? warehouse.openPublication(pinned.get(), table -> true) : warehouse.open();
        try {
            if (opened.publication().isPresent()) {
                lenses.forEach(opened::show);
            }
            return opened;
        } catch (RuntimeException broken) {
            opened.close();
            throw broken;
        }
    }

    private void look() {
        if (warehouse.exists()) {
            refresh();
            sayInUse();
        }
    }

    /** Now and then, so that no other program takes it for unused. */
    private void sayInUse() {
        WarehouseSnapshot shown = current;
        if (shown != null && System.nanoTime() - saidInUse > SAY_IN_USE.toNanos()) {
            warehouse.inUse(shown);
            older.shown().forEach(warehouse::inUse);
            saidInUse = System.nanoTime();
        }
    }

    /** Whether nothing can be read any more. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        watch.close();
        WarehouseSnapshot shown = current;
        if (shown != null) {
            shown.close();
        }
        older.close();
        try {
            Files.deleteIfExists(exportFolder);
        } catch (IOException inUse) {
            LOG.warn("the folder {} stays behind: {}", exportFolder, inUse.toString());
        }
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("threadline-exports");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
