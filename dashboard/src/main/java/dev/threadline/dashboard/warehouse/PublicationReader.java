package dev.threadline.dashboard.warehouse;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One reader of one publication: all that it asks is answered from the same versions of the tables.
 *
 * @param sight what the connection sees of them
 */
public record PublicationReader(Publication publication, Connection connection, Sight sight) implements AutoCloseable {

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException("a DuckDB connection does not close", broken);
        }
    }
}
