package dev.threadline.dashboard.cube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.dashboard.cube.Cube.Counts;
import dev.threadline.dashboard.cube.Cube.SpreadKey;
import dev.threadline.dashboard.cube.Tally.Count;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.warehouse.PublicationReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a cube out of the tables of a publication. */
final class CubeReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SqlTemplate COUNTS = SqlTemplate.of("cube/counts");
    private static final SqlTemplate LOAD = SqlTemplate.of("cube/load");
    private static final SqlTemplate BACKLOG = SqlTemplate.of("cube/backlog");
    private static final SqlTemplate VALUES = SqlTemplate.of("cube/values");

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final PublicationReader reader;

    CubeReader(PublicationReader reader) {
        this.reader = reader;
    }

    Counts counts() throws SQLException {
        Map<Cell, Cell> known = new HashMap<>();
        Map<String, Integer> agents = new HashMap<>();
        return new Counts(
                new Tally(rows(COUNTS, words("started_at"), row -> count(row, known))),
                new Tally(rows(COUNTS, words("resolved_at"), row -> count(row, known))),
                new ByDate<>(rows(LOAD, Map.of(), row -> agentDay(row, agents)), AgentDay::reportDate),
                new ByDate<>(rows(BACKLOG, Map.of(), CubeReader::queueHour), QueueHour::reportDate));
    }

    /** All observations of a measure; each cell is one of those given. */
    Spread spread(SpreadKey key, List<Cell> cells) throws SQLException {
        Values all = new Values();
        Map<Cell, Values> byCell = new LinkedHashMap<>();
        cells.forEach(cell -> byCell.put(cell, new Values()));
        List<Values> byNumber = List.copyOf(byCell.values());
        Map<String, String> words =
                Map.of("at", key.measure().at(), "measure", key.measure().column());
        try (PreparedStatement statement = VALUES.bind(today(key.clock()), words, Map.of("cells", json(cells)))
                        .prepareForStream(reader.connection());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int quarter = row.getInt(1);
                long ms = row.getLong(3);
                boolean isProvisional = row.getBoolean(4);
                all.add(quarter, ms, isProvisional);
                byNumber.get(row.getInt(2)).add(quarter, ms, isProvisional);
            }
        }
        return new Spread(all, byCell);
    }

    private <T> List<T> rows(SqlTemplate query, Map<String, String> words, RowReader<T> reads) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement =
                        query.bind(today(Clock.WALL), words, Map.of()).prepareForStream(reader.connection());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(reads.read(row));
            }
        }
        return rows;
    }

    private static Map<String, String> words(String at) {
        return Map.of("at", at);
    }

    private Filters today(Clock clock) {
        LocalDate last = reader.publication().asOfDate();
        return new Filters(Period.endingWith(last, 1, reader.publication().reportZone()), clock, Map.of());
    }

    private static Count count(ResultSet row, Map<Cell, Cell> known) throws SQLException {
        Cell cell = new Cell(new Queue(row.getString("channel"), row.getString("team")), row.getString("mode"));
        return new Count(
                date(row),
                known.computeIfAbsent(cell, unseen -> unseen),
                row.getString("outcome").intern(),
                row.getLong("n"),
                row.getLong("provisional"));
    }

    private static AgentDay agentDay(ResultSet row, Map<String, Integer> agents) throws SQLException {
        String agentId = row.getString("agent_id").intern();
        return new AgentDay(
                date(row),
                agents.computeIfAbsent(agentId, unseen -> agents.size()),
                agentId,
                row.getString("team").intern(),
                row.getLong("n"),
                row.getLong("engaged_ms"),
                row.getLong("engaged_union_ms"),
                row.getLong("peak"),
                row.getLong("messages"));
    }

    private static QueueHour queueHour(ResultSet row) throws SQLException {
        long wait = row.getLong("oldest_wait_ms");
        @Nullable Long known = row.wasNull() ? null : wait;
        return new QueueHour(
                date(row),
                Instant.ofEpochSecond(row.getLong("hour_at_s")),
                row.getString("channel").intern(),
                row.getString("team").intern(),
                row.getLong("open"),
                row.getLong("awaiting_agent"),
                known);
    }

    private static LocalDate date(ResultSet row) throws SQLException {
        return row.getObject("report_date", LocalDate.class);
    }

    private static String json(List<Cell> cells) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Cell cell : cells) {
            rows.add(Map.of(
                    "cell", rows.size(),
                    "named_channel", cell.queue().channel(),
                    "named_team", cell.queue().team(),
                    "named_mode", cell.mode()));
        }
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
