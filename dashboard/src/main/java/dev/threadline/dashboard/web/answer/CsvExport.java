package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.access.ExportLog;
import dev.threadline.dashboard.query.BoundSql;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.CsvText;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Predicate;

/** The table of an answer as a file: its header names the clock of durations and the zone of dates. */
public final class CsvExport {

    private final ExportLog log;

    public CsvExport(ExportLog log) {
        this.log = log;
    }

    void send(Context context, Question question, SqlTemplate query, BoundSql bound) throws SQLException, IOException {
        Clock clock = query.clock(question.filters());
        try (PreparedStatement statement = bound.prepare(question.reader().connection());
                ResultSet rows = statement.executeQuery()) {
            context.contentType("text/csv; charset=utf-8");
            context.header("Content-Disposition", "attachment; filename=\"" + fileName(query.name(), question) + "\"");
            Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
            Predicate<String> shown = column -> !question.reader().sight().hides(column);
            long sent = CsvText.write(
                    rows, shown, column -> title(column, question.filters().period(), clock), out);
            out.flush();
            log.add(question.visitor(), question.export(query.name(), "csv", sent, true));
        }
    }

    private static String fileName(String name, Question question) {
        return "%s-%s-to-%s.csv"
                .formatted(
                        name,
                        question.filters().period().from(),
                        question.filters().period().until().minusDays(1));
    }

    private static String title(String column, Period period, Clock clock) {
        if (column.endsWith("_date")) {
            return column + " (" + period.zone() + ")";
        }
        boolean ofEitherClock = column.endsWith("_ms") && !column.endsWith("_wall_ms");
        return ofEitherClock ? column + " (" + Parameters.word(clock) + ")" : column;
    }
}
