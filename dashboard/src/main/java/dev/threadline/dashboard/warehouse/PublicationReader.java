package dev.threadline.dashboard.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One reader of one publication: all that it asks is answered from the same versions of the tables.
 *
 * @param sight what the connection sees of them
 * @param exportFolder where it may write what is to be sent
 */
public record PublicationReader(Publication publication, Connection connection, Sight sight, Path exportFolder)
        implements AutoCloseable {

    /** From now on rows come as they are found, and are not kept; an answer may take as long as its reader does. */
    public void streamRows() throws SQLException {
        DuckDb.streamRows(connection);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException("a DuckDB connection does not close", broken);
        }
    }
}
