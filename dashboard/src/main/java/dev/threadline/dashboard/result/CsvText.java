package dev.threadline.dashboard.result;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rows as RFC 4180: commas, CRLF, quotes doubled where quotes are needed. */
public final class CsvText {

    private CsvText() {}

    /** Writes a header and all rows, every value as it is. */
    public static void write(ResultSet rows, Writer out) throws SQLException, IOException {
        write(rows, column -> true, UnaryOperator.identity(), UnaryOperator.identity(), out, written -> {});
    }

    /**
     * Writes a header and all rows for those who open them in a spreadsheet: it runs nothing of what was written in the log.
     *
     * @param shown which columns are written
     * @param title how the header names a column
     * @param written is told after each row how many there were so far
     */
    public static void writeForSpreadsheets(
            ResultSet rows, Predicate<String> shown, UnaryOperator<String> title, Writer out, LongConsumer written)
            throws SQLException, IOException {
        write(rows, shown, title, Formulas::defused, out, written);
    }

    private static void write(
            ResultSet rows,
            Predicate<String> shown,
            UnaryOperator<String> title,
            UnaryOperator<@Nullable Object> cell,
            Writer out,
            LongConsumer written)
            throws SQLException, IOException {
        List<String> columns = Values.columns(rows);
        line(columns.stream().filter(shown).map(title).toList(), out);
        for (long count = 1; rows.next(); count++) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (shown.test(columns.get(i))) {
                    values.add(cell.apply(Values.at(rows, i + 1)));
                }
            }
            line(values, out);
            written.accept(count);
        }
    }

    /** One record; NULL is an empty field, an empty text a quoted one. */
    private static void line(List<? extends @Nullable Object> values, Writer out) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(field(values.get(i)));
        }
        out.write("\r\n");
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean quote = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
