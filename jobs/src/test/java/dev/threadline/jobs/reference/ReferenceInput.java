package dev.threadline.jobs.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Fills the tables that the reference reads. */
final class ReferenceInput {

    private final Connection connection;

    ReferenceInput(Connection connection) {
        this.connection = connection;
    }

    void fill(List<LogRecord> log, Instant asOf, Settings settings) throws SQLException {
        insert("as_of", List.<@Nullable Object[]>of(new Object[] {timestamp(asOf)}));
        insert("settings", List.<@Nullable Object[]>of(new Object[] {
            settings.giveUp().toMillis(),
            settings.attentionCap().toMillis(),
            settings.syncSwitch().toMillis(),
            settings.episodeGap().toMillis(),
            settings.reportZone().getId()
        }));
        insert(
                "channel_rules",
                settings.channelRules().stream().map(ReferenceInput::row).toList());
        insert("messages", log.stream().map(ReferenceInput::row).toList());
    }

    private void insert(String table, List<@Nullable Object[]> rows) throws SQLException {
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(table)) {
            for (@Nullable Object[] row : rows) {
                appender.beginRow();
                for (@Nullable Object value : row) {
                    append(appender, value);
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender row, @Nullable Object value) throws SQLException {
        if (value == null) {
            row.appendNull();
        } else if (value instanceof String text) {
            row.append(text);
        } else if (value instanceof Long number) {
            row.append(number);
        } else if (value instanceof Boolean flag) {
            row.append(flag);
        } else if (value instanceof LocalDateTime instant) {
            row.append(instant);
        } else {
            throw new IllegalArgumentException("no column of the reference holds a " + value.getClass());
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
}
