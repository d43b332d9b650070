package dev.threadline.jobs.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definitions in DuckDB SQL, one file a table, run over a log in memory. Instants come back as {@link Instant}, counts
 * and durations as {@link Long}.
 */
public final class Reference implements AutoCloseable {

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
            "waits",
            "resolutions",
            "handle_time",
            "engagement",
            "stints",
            "agent_load",
            "conversation_messages",
            "conversations");

    private final Connection connection;

    /** Opens an empty reference; it can be given one log after another. */
    public Reference() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET TimeZone = 'UTC'");
        execute("SET threads = 1");
    }

    /** Computes every table for the records up to {@code asOf}. */
    public Reference over(List<LogRecord> log, Instant asOf, Settings settings) throws SQLException {
        execute(sql("parameters"));
        insert("as_of", List.<@Nullable Object[]>of(new Object[] {timestamp(asOf)}));
        insert("settings", List.<@Nullable Object[]>of(new Object[] {
            settings.giveUp().toMillis(),
            settings.attentionCap().toMillis(),
            settings.syncSwitch().toMillis(),
            settings.episodeGap().toMillis()
        }));
        insert(
                "channel_rules",
                settings.channelRules().stream().map(Reference::row).toList());
        insert("messages", log.stream().map(Reference::row).toList());
        for (String file : FILES) {
            execute(sql(file));
        }
        return this;
    }

    /** The rows of a table in the order of its columns' values. */
    public List<Map<String, @Nullable Object>> table(String name) throws SQLException {
        return query("FROM " + name + " ORDER BY ALL");
    }

    /** The rows of a query over the tables. */
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

    private void insert(String table, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable Object[] row(ChannelRule rule) {
        Duration silence = rule.silence();
        return new @Nullable Object[] {
            rule.channel(),
            silence == null ? null : silence.toMillis(),
            rule.reopenWindow().toMillis(),
            rule.engagementWindow().toMillis()
        };
    }

    private static @Nullable Object[] row(LogRecord message) {
        return new @Nullable Object[] {
            message.source(),
            message.threadId(),
            message.messageId(),
            timestamp(message.sentAt()),
            message.senderRole(),
            message.senderId(),
            message.kind(),
            message.event(),
            message.assigneeId(),
            message.channel(),
            message.team(),
            message.customerId(),
            message.sequence(),
            message.isAcknowledgementText(),
            message.endsInQuestion()
        };
    }

    private static LocalDateTime timestamp(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Object value(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Timestamp) {
            return result.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
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
