package dev.threadline.jobs.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definitions in DuckDB SQL, one file a table, run over a log in memory: the oracle that an engine is compared with.
 */
public final class Reference implements Engine, AutoCloseable {

    /** The files in the order in which one needs the other. */
    private static final List<String> FILES = List.of(
            "log",
            "boundaries",
            "attached",
            "records",
            "handoffs",
            "extents",
            "spells",
            "rhythm",
            "turns",
            "ownership",
            "waiting",
            "waits",
            "resolutions",
            "handle_time",
            "engagement",
            "stints",
            "agent_load",
            "conversation_messages",
            "conversations",
            "daily_metrics",
            "backlog");

    private final Connection connection;

    /** Opens an empty reference; it can be given one log after another. */
    public Reference() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET TimeZone = 'UTC'");
        execute("SET threads = 1");
    }

    @Override
    public Tables tables(List<LogRecord> log, Instant asOf, Settings settings) {
        try {
            execute(sql("parameters"));
            new ReferenceInput(connection).fill(log, asOf, settings);
            for (String file : FILES) {
                execute(sql(file));
            }
            Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
            for (String table : Tables.COMPARED) {
                tables.put(table, query("FROM " + table + " ORDER BY ALL"));
            }
            return new Tables(tables);
        } catch (SQLException e) {
            throw new IllegalStateException("the reference cannot compute its tables", e);
        }
    }

    /** The rows of a query over all that the files compute, for the log given last. */
    public List<Map<String, @Nullable Object>> query(String select) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnName(i), value(result, i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable Object value(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Timestamp) {
            return result.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
        if (value instanceof Map<?, ?> bins) {
            return Tables.bins(bins);
        }
        if (value instanceof LocalDate) {
            return value;
        }
        return value instanceof Number number && !(value instanceof Double) ? (Object) number.longValue() : value;
    }

    private static String sql(String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no reference/" + file + ".sql on the test class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
