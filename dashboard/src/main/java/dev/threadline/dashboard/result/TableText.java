package dev.threadline.dashboard.result;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in aligned columns; widths come from the first rows, so that any number of rows can follow. */
final class TableText {

    private static final int ROWS_MEASURED = 1_000;
    private static final int WIDEST = 80;

    private final List<String> columns;
    private final int[] widths;
    private final boolean[] numeric;
    private final Writer out;

    private TableText(List<String> columns, Writer out) {
        this.columns = columns;
        this.widths = columns.stream().mapToInt(TableText::width).toArray();
        this.numeric = new boolean[columns.size()];
        this.out = out;
    }

    static void write(ResultSet rows, Writer out) throws SQLException, IOException {
        TableText table = new TableText(Values.columns(rows), out);
        List<List<@Nullable Object>> first = new ArrayList<>();
        while (first.size() < ROWS_MEASURED && rows.next()) {
            first.add(table.measured(rows));
        }
        table.header();
        long count = first.size();
        for (List<@Nullable Object> row : first) {
            table.line(row);
        }
        while (rows.next()) {
            table.line(table.row(rows));
            count++;
        }
        out.write("(%,d %s)\n".formatted(count, count == 1 ? "row" : "rows"));
    }

    private List<@Nullable Object> row(ResultSet rows) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            row.add(Values.at(rows, i + 1));
        }
        return row;
    }

    private List<@Nullable Object> measured(ResultSet rows) throws SQLException {
        List<@Nullable Object> row = row(rows);
        for (int i = 0; i < row.size(); i++) {
            widths[i] = Math.max(widths[i], width(cell(row.get(i))));
            numeric[i] |= row.get(i) instanceof Number;
        }
        return row;
    }

    private void header() throws IOException {
        line(columns);
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append(rule.length() == 0 ? "" : "  ").append("-".repeat(width));
        }
        out.write(rule.append('\n').toString());
    }

    private void line(List<? extends @Nullable Object> row) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = cell(row.get(i));
            String padding = " ".repeat(Math.max(0, widths[i] - width(cell)));
            line.append(i == 0 ? "" : "  ").append(numeric[i] ? padding + cell : cell + padding);
        }
        out.write(line.toString().stripTrailing() + "\n");
    }

    /** A cell stays on its line: control characters become spaces, what is too long ends in an ellipsis. */
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString().replaceAll("\\p{Cc}", " ");
        return width(text) <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
