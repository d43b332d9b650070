package dev.threadline.dashboard.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the row of {@code publications} that decides what readers see. */
final class Publications {

    private static final String NEWEST = "FROM publications ORDER BY publication_id DESC LIMIT 1";
    private static final String LAST_BEFORE = "SELECT max(publication_id) FROM publications WHERE published_at < ?";
    private static final String NUMBERED = "FROM publications WHERE publication_id = ";

    private Publications() {}

    static Optional<Publication> newest(DuckDb duckDb) {
        return first(duckDb, NEWEST);
    }

    static Optional<Publication> numbered(DuckDb duckDb, long publicationId) {
        return first(duckDb, NUMBERED + publicationId);
    }

    /** The number of the last publication that was published before an instant. */
    static Optional<Long> lastBefore(Connection connection, Instant instant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_BEFORE)) {
            statement.setObject(1, instant.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long publicationId = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(publicationId);
            }
        }
    }

    private static Optional<Publication> first(DuckDb duckDb, String query) {
        try (Connection connection = duckDb.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.of(publication(row)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("publications cannot be read", broken);
        }
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("publication_id"),
                instant(row, "published_at"),
                instant(row, "as_of"),
                row.getString("definition_version"),
                ZoneId.of(row.getString("report_zone")),
                row.getString("policy"),
                versions(row.getObject("table_versions")),
                row.getLong("messages"),
                row.getLong("conversations"),
                row.getLong("unattached"),
                row.getString("configuration"),
                instantIfKnown(row, "retired_at"),
                instantIfKnown(row, "erased_at"));
    }

    /** Of a column that an earlier version of Threadline did not write. */
    private static @Nullable Instant instantIfKnown(ResultSet row, String column) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (row.getMetaData().getColumnName(i).equals(column) && row.getObject(i) != null) {
                return instant(row, column);
            }
        }
        return null;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, Long> versions(Object column) {
        Map<String, Long> versions = new HashMap<>();
        ((Map<?, ?>) column).forEach((table, version) -> versions.put((String) table, (Long) version));
        return versions;
    }
}
