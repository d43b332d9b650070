package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.error.UserError;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A warehouse that is watched: when a run publishes, the next reader sees its publication, while readers at work finish
 * on the one they started with.
 */
public final class LiveWarehouse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveWarehouse.class);

    private final Warehouse warehouse;
    private final List<Lens> lenses;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "publication-watch");
        thread.setDaemon(true);
        return thread;
    });
    private List<Long> stamp = List.of();
    private volatile @Nullable WarehouseSnapshot current;
    private String lastWarning = "";

    public LiveWarehouse(Warehouse warehouse) {
        this(warehouse, List.of());
    }

    /** A warehouse that readers also see through lenses. */
    public LiveWarehouse(Warehouse warehouse, List<Lens> lenses) {
        this.warehouse = warehouse;
        this.lenses = List.copyOf(lenses);
    }

    /** Looks for a new publication now and then at this interval. */
    public LiveWarehouse watchEvery(Duration interval) {
        Future<?> unused =
                watch.scheduleWithFixedDelay(this::refreshQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
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
        try {
            while (true) {
                WarehouseSnapshot snapshot = snapshot();
                Publication publication = snapshot.publication()
                        .orElseThrow(() -> DashboardErrors.nothingPublished(warehouse.directory()));
                Optional<Connection> connection = snapshot.connect(sight);
                if (connection.isPresent()) {
                    return new PublicationReader(publication, connection.get(), sight);
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("DuckDB gives no connection", broken);
        }
    }

    private WarehouseSnapshot snapshot() {
        WarehouseSnapshot open = current;
        if (open == null) {
            refresh();
            open = current;
        }
        if (open == null) {
            throw DashboardErrors.noWarehouse(warehouse.directory());
        }
        return open;
    }

    /** Opens the newest publication if it is not the one shown; keeps the one shown if that fails. */
    public synchronized void refresh() {
        List<Long> newest = warehouse.stamp();
        WarehouseSnapshot shown = current;
        if (newest.equals(stamp) && shown != null) {
            return;
        }
        WarehouseSnapshot opened = open();
        current = opened;
        stamp = newest;
        opened.publication().ifPresent(row -> LOG.info("showing publication {}", row.publicationId()));
        if (shown != null) {
            shown.close();
        }
    }

    private WarehouseSnapshot open() {
        WarehouseSnapshot opened = warehouse.open();
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

    private void refreshQuietly() {
        try {
            if (warehouse.exists()) {
                refresh();
            }
        } catch (UserError unreadable) {
            String message = String.valueOf(unreadable.getMessage());
            if (!message.equals(lastWarning)) {
                LOG.warn("{}", message);
            }
            lastWarning = message;
        } catch (RuntimeException broken) {
            LOG.error("the newest publication cannot be opened", broken);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        WarehouseSnapshot shown = current;
        if (shown != null) {
            shown.close();
        }
    }
}
