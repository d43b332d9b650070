package dev.threadline.dashboard.query;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query and the values of its placeholders, in their order. */
public record BoundSql(String text, List<@Nullable Object> values) {

    /** Longer than any question of a page should take, shorter than a reader's patience. */
    private static final int TIMEOUT_SECONDS = 30;

    /** Rows that are held until they can be written: a third of DuckDB's own, for tables of many columns. */
    private static final int ROW_GROUP = 40_960;

    public BoundSql {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The same without rows: its columns can be had without its work. */
    public BoundSql withoutRows() {
        return new BoundSql("SELECT * FROM (%s) LIMIT 0".formatted(text), values);
    }

    /** The same with some of its columns. */
    public BoundSql only(Collection<String> columns) {
        String names = columns.stream()
                .map(column -> '"' + column.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
        return new BoundSql("SELECT %s FROM (%s)".formatted(names, text), values);
    }

    /** Its rows into a Parquet file. */
    public BoundSql copyTo(Path file) {
        String path = file.toString().replace("'", "''");
        return new BoundSql(
                "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
                        .formatted(text, path, ROW_GROUP),
                values);
    }

    /** Prepares the statement and binds its values. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = prepareForStream(connection);
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        return statement;
    }

    /** As {@link #prepare}, for an answer that may take as long as its reader does. */
    public PreparedStatement prepareForStream(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
