package dev.threadline.dashboard.warehouse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB instance in memory that can read the files below one folder, those of tables linked from there, and nothing
 * else: no other files, no extensions, no network; and once locked, no settings.
 */
final class DuckDb implements AutoCloseable {

    /** Whether rows are handed out as they are found. */
    private static final String STREAM = "jdbc_stream_results";

    private final DuckDBConnection root;

    private DuckDb(DuckDBConnection root) {
        this.root = root;
    }

    /**
     * An instance that reads below a folder.
     *
     * @param exports a folder that it may also write into, where one is given
     */
    static DuckDb confinedTo(Path directory, Optional<Path> exports) {
        try {
            DuckDb duckDb =
                    new DuckDb(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
            duckDb.run("SET GLOBAL TimeZone = 'UTC'");
            duckDb.run("SET parquet_metadata_cache = true");
            duckDb.run("SET temp_directory = "
                    + PinnedTable.literal(SpillFolder.next().toString()));
            // Both the file is checked and the glob that names it.
            List<Path> readable = linkedFrom(directory);
            readable.add(directory);
            exports.ifPresent(readable::add);
            String folders = readable.stream()
                    .map(folder -> folder + "/")
                    .flatMap(folder -> Stream.of(PinnedTable.literal(folder), PinnedTable.pathLiteral(folder)))
                    .collect(Collectors.joining(", "));
            duckDb.run("SET allowed_directories = [%s]".formatted(folders));
            duckDb.run("SET allowed_configs = ['%s']".formatted(STREAM));
            duckDb.run("SET enable_external_access = false");
            return duckDb;
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException("DuckDB does not start", broken);
        }
    }

    /** Where tables lie that have a link in the folder, such as one to another disk. */
    private static List<Path> linkedFrom(Path directory) throws IOException {
        List<Path> linked = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return linked;
        }
        try (DirectoryStream<Path> links = Files.newDirectoryStream(directory, Files::isSymbolicLink)) {
            for (Path link : links) {
                if (Files.isDirectory(link)) {
                    linked.add(link.toRealPath());
                }
            }
        }
        return linked;
    }

    static void streamRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION %s = true".formatted(STREAM));
        }
    }

    void show(PinnedTable table) {
        try {
            run(table.createView());
            run(table.commentOnColumns());
        } catch (SQLException broken) {
            throw new IllegalStateException("table " + table.name() + " cannot be shown", broken);
        }
    }

    /** Shows tables once more, through a lens. */
    void show(List<PinnedTable> tables, Lens lens) {
        try {
            run("CREATE SCHEMA " + lens.schema());
            for (PinnedTable table : tables) {
                run("CREATE VIEW %s.%s AS %s".formatted(lens.schema(), table.quotedName(), lens.select(table)));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the tables cannot be shown to " + lens.schema(), broken);
        }
    }

    void lock() {
        try {
            run("SET lock_configuration = true");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A connection of one's own to the same instance; it keeps the instance alive until it is closed. */
    Connection connect() throws SQLException {
        return root.duplicate();
    }

    /** As {@link #connect()}, with no more than a sight of the tables under their names. */
    Connection connect(Sight sight) throws SQLException {
        Connection connection = connect();
        try {
            connection.setSchema(sight.schema());
            for (Map.Entry<String, String> variable : sight.variables().entrySet()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET VARIABLE %s = %s"
                            .formatted(variable.getKey(), PinnedTable.literal(variable.getValue())));
                }
            }
            return connection;
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException broken) {
            throw new IllegalStateException("DuckDB does not close", broken);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }
}
