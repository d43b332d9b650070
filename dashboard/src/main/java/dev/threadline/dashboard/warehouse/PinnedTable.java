package dev.threadline.dashboard.warehouse;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table at one of its versions: its columns and the Parquet files that hold its rows.
 *
 * @param version the Delta version that was listed
 * @param files absolute paths
 * @param gone why its rows are not there any more: whoever asks for them is told; null if they are
 */
public record PinnedTable(
        String name,
        long version,
        List<PinnedColumn> columns,
        List<String> files,
        @Nullable String gone) {

    /**
     * A column as the Delta schema describes it.
     *
     * @param type in DuckDB's words
     */
    public record PinnedColumn(String name, String type, String comment) {

        /** The name as SQL writes it. */
        public String quotedName() {
            return quoted(name);
        }
    }

    public PinnedTable {
        columns = List.copyOf(columns);
        files = List.copyOf(files);
    }

    /** The name as SQL writes it. */
    public String quotedName() {
        return quoted(name);
    }

    /** The same table, whose rows are not there any more. */
    PinnedTable goneBecause(String why) {
        return new PinnedTable(name, version, columns, List.of(), why);
    }

    /** The view over exactly these files; a table without files is a view without rows. */
    String createView() {
        String select = files.isEmpty() ? selectNothing() : selectFiles();
        return "CREATE OR REPLACE VIEW %s AS %s".formatted(quoted(name), select);
    }

    /** Hands the column comments of the Delta schema on to those who ask DuckDB for them. */
    String commentOnColumns() {
        return columns.stream()
                .filter(column -> !column.comment().isEmpty())
                .map(column -> "COMMENT ON COLUMN %s.%s IS %s"
                        .formatted(quoted(name), quoted(column.name()), literal(column.comment())))
                .collect(Collectors.joining(";\n"));
    }

    private String selectFiles() {
        String names = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        String paths = files.stream().map(PinnedTable::pathLiteral).collect(Collectors.joining(", "));
        return "SELECT %s FROM read_parquet([%s], hive_partitioning = false, union_by_name = true)"
                .formatted(names, paths);
    }

    private String selectNothing() {
        // A condition on NULL would be false before anybody is told.
        String value = gone == null ? "NULL" : "error(%s)".formatted(literal(gone));
        String condition = gone == null ? "false" : value + " IS NULL";
        return columns.stream()
                .map(column -> "%s::%s AS %s".formatted(value, column.type(), quoted(column.name())))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE " + condition));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** DuckDB takes a path for a glob: a bracket, star or question mark in a folder's name must stand for itself. */
    static String pathLiteral(String path) {
        return literal(path.replaceAll("[\\[*?]", "[$0]"));
    }
}
