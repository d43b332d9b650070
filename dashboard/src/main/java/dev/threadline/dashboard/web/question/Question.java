package dev.threadline.dashboard.web.question;

import dev.threadline.dashboard.access.ExportLog.Export;
import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.cube.Cubes;
import dev.threadline.dashboard.query.BoundSql;
import dev.threadline.dashboard.query.Comparison;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.PublicationReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one request asks of one publication, what it compares the answer with and measures it by.
 *
 * @param cubes what can be answered from without asking the tables
 */
public record Question(
        Visitor visitor,
        PublicationReader reader,
        Coverage coverage,
        Filters filters,
        Comparison comparison,
        Targets targets,
        Optional<Cubes> cubes) {

    private static final SqlTemplate HAS_TABLE = SqlTemplate.of("has-table");

    /** The same question about the period that it is compared with, where there is one. */
    public Optional<Question> compared() {
        return comparison
                .of(filters.period())
                .map(period ->
                        new Question(visitor, reader, coverage, filters.during(period), comparison, targets, cubes));
    }

    /** Whether the publication, or the warehouse's history, has a table. */
    public boolean has(String table) throws SQLException {
        return ask(HAS_TABLE, Map.of(), Map.of("table", table)).rows().stream()
                .findFirst()
                .isPresent();
    }

    /** Asks a query that takes nothing beyond the filters. */
    public Rows ask(SqlTemplate query) throws SQLException {
        return ask(query, Map.of(), Map.of());
    }

    /** The rows of a query, from memory where they are held. */
    public Rows ask(SqlTemplate query, Map<String, String> words, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        Optional<Rows> held = cubes.flatMap(known -> known.rows(reader, query.name(), filters, coverage.first()));
        return held.isPresent() ? held.get() : askTables(query, words, values);
    }

    private Rows askTables(SqlTemplate query, Map<String, String> words, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        return Turns.ALL.await(() -> {
            try (PreparedStatement statement = bind(query, words, values).prepare(reader.connection());
                    ResultSet rows = statement.executeQuery()) {
                return Rows.of(rows);
            }
        });
    }

    /** The columns of a query that the visitor may see, with their types. */
    public Map<String, String> columns(BoundSql query) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = query.withoutRows().prepare(reader.connection());
                ResultSet nothing = statement.executeQuery()) {
            ResultSetMetaData described = nothing.getMetaData();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                if (!reader.sight().hides(described.getColumnLabel(i))) {
                    columns.put(described.getColumnLabel(i), described.getColumnTypeName(i));
                }
            }
        }
        return columns;
    }

    /** An export of the answer, for the log. */
    public Export export(String name, String format, long rows, boolean complete) {
        Map<String, List<String>> asked = new TreeMap<>();
        filters.values().forEach((filter, values) -> asked.put(filter.parameter(), values));
        asked.put("from", List.of(filters.period().from().toString()));
        asked.put("until", List.of(filters.period().until().toString()));
        return new Export(name, format, reader.publication().publicationId(), asked, rows, complete);
    }

    /** A query with all that it takes of this question. */
    public BoundSql bind(SqlTemplate query, Map<String, String> words, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("publication_id", reader.publication().publicationId());
        all.put("as_of", reader.publication().asOf());
        all.put("first_date", coverage.first());
        all.put("as_of_date", reader.publication().asOfDate());
        return query.bind(filters, words, all);
    }
}
