package dev.threadline.dashboard.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query and the values of its placeholders, in their order. */
public record BoundSql(String text, List<@Nullable Object> values) {

    /** Longer than any question of a page should take, shorter than a reader's patience. */
    private static final int TIMEOUT_SECONDS = 30;

    public BoundSql {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The same without rows: its columns can be had without its work. */
    public BoundSql withoutRows() {
        return new BoundSql("SELECT * FROM (%s) LIMIT 0".formatted(text), values);
    }

    /** Prepares the statement and binds its values. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
