package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.warehouse.DeltaTables;
import dev.threadline.dashboard.warehouse.PinnedTable;
import dev.threadline.dashboard.warehouse.PinnedTable.PinnedColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the tables of two contenders: every column of ours, every row, however often it is there. The sum of all rows'
 * hashes tells whether there is a difference at all; only then are rows looked for.
 */
final class Agreement {

    /** The tables that everyone in the race writes. */
    static final List<String> TABLES = List.of(
            "conversation_messages", "conversations", "turns", "stints", "agent_load", "backlog", "daily_metrics");

    /** Where to find a table of the other contender: what DuckDB reads it from. */
    interface Other {
        String from(String table);
    }

    /**
     * How a table compares.
     *
     * @param onlyOurs rows that the other has less often
     * @param onlyTheirs rows that it has more often
     */
    record Difference(String table, long rows, long onlyOurs, long onlyTheirs) {

        boolean isNone() {
            return onlyOurs == 0 && onlyTheirs == 0;
        }
    }

    private Agreement() {}

    /** The Parquet file or folder of each table in a folder. */
    static Other filesIn(Path folder, String ending) {
        return table -> "read_parquet('%s')"
                .formatted(folder.resolve(table + ending).toString().replace("'", "''"));
    }

    /** The tables of another warehouse. */
    static Other warehouse(Path warehouse) {
        return table -> "read_parquet(%s)".formatted(BenchLog.parquet(warehouse, table));
    }

    /** The differences, table by table. */
    static List<Difference> between(Path warehouse, Other other) throws SQLException {
        DeltaTables tables = new DeltaTables(warehouse);
        List<Difference> differences = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (String name : TABLES) {
                PinnedTable table = tables.newest(name);
                String ours =
                        "SELECT %s FROM read_parquet(%s)".formatted(columns(table), BenchLog.parquet(warehouse, name));
                String theirs = "SELECT %s FROM %s".formatted(columns(table), other.from(name));
                differences.add(compare(statement, name, ours, theirs));
            }
        }
        return differences;
    }

    private static Difference compare(Statement statement, String name, String ours, String theirs)
            throws SQLException {
        List<String> left = fingerprint(statement, ours);
        if (left.equals(fingerprint(statement, theirs))) {
            return new Difference(name, Long.parseLong(left.get(0)), 0, 0);
        }
        return new Difference(
                name,
                Long.parseLong(left.get(0)),
                number(statement, "SELECT count(*) FROM (%s EXCEPT ALL %s)".formatted(ours, theirs)),
                number(statement, "SELECT count(*) FROM (%s EXCEPT ALL %s)".formatted(theirs, ours)));
    }

    private static String columns(PinnedTable table) {
        return table.columns().stream().map(Agreement::column).collect(Collectors.joining(", "));
    }

    private static String column(PinnedColumn column) {
        return "CAST(%1$s AS %2$s) AS %1$s".formatted(column.quotedName(), column.type());
    }

    private static List<String> fingerprint(Statement statement, String select) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT count(*)::VARCHAR, coalesce(sum(hash(r)::HUGEINT), 0)::VARCHAR FROM (%s) r"
                        .formatted(select))) {
            row.next();
            return List.of(row.getString(1), row.getString(2));
        }
    }

    private static long number(Statement statement, String select) throws SQLException {
        try (ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** In words, for a line of the report. */
    static String inWords(List<Difference> differences) {
        Optional<String> differing = differences.stream()
                .filter(difference -> !difference.isNone())
                .map(difference -> "%s: %,d of %,d rows only in a, %,d only there"
                        .formatted(
                                difference.table(), difference.onlyOurs(), difference.rows(), difference.onlyTheirs()))
                .reduce((one, more) -> one + "; " + more);
        long rows = differences.stream().mapToLong(Difference::rows).sum();
        return differing
                .map("**differ**: "::concat)
                .orElse("agree: %,d rows of %d tables, every column".formatted(rows, differences.size()));
    }
}
