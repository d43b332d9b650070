package dev.threadline.dashboard.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What readers see of a warehouse from one publication to the next: fixed versions of its tables, as views of one
 * DuckDB instance. Connections opened before {@link #close} go on reading these versions after it.
 */
public final class WarehouseSnapshot implements AutoCloseable {

    private final Optional<Publication> publication;
    private final List<PinnedTable> tables;
    private final DuckDb duckDb;
    private boolean closed;

    WarehouseSnapshot(Optional<Publication> publication, List<PinnedTable> tables, DuckDb duckDb) {
        this.publication = publication;
        this.tables = List.copyOf(tables);
        this.duckDb = duckDb;
    }

    /** The publication, or nothing where only ingestion has run so far. */
    public Optional<Publication> publication() {
        return publication;
    }

    public List<PinnedTable> tables() {
        return tables;
    }

    /** Shows the tables through a lens too, for {@link #connect(Sight)}. */
    void show(Lens lens) {
        duckDb.show(tables, lens);
    }

    /** As {@link #connect()}, for a reader who sees only so much. */
    synchronized Optional<Connection> connect(Sight sight) throws SQLException {
        return closed ? Optional.empty() : Optional.of(duckDb.connect(sight));
    }

    /** A connection of one's own, or nothing if a later snapshot has taken this one's place. */
    public synchronized Optional<Connection> connect() throws SQLException {
        return closed ? Optional.empty() : Optional.of(duckDb.connect());
    }

    @Override
    public synchronized void close() {
        closed = true;
        duckDb.close();
    }
}
