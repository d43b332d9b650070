package dev.threadline.dashboard.web.export;

import dev.threadline.dashboard.query.BoundSql;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.CsvText;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.function.Predicate;

/** The table of an answer as a file: its header names the clock of durations and the zone of dates. */
public final class CsvExport {

    private final Downloads downloads;

    public CsvExport(Downloads downloads) {
        this.downloads = downloads;
    }

    /** Sends the rows of a query as they come. */
    public void send(Context context, Question question, SqlTemplate query, BoundSql bound) throws Exception {
        Clock clock = query.clock(question.filters());
        PublicationReader reader = question.reader();
        context.contentType("text/csv; charset=utf-8");
        downloads.send(context, question, query.name(), "csv", sent -> {
            reader.streamRows();
            try (PreparedStatement statement = bound.prepareForStream(reader.connection());
                    ResultSet rows = statement.executeQuery()) {
                Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
                Predicate<String> shown = column -> !reader.sight().hides(column);
                CsvText.writeForSpreadsheets(
                        rows, shown, column -> title(column, question.filters().period(), clock), out, sent);
                out.flush();
            }
        });
    }

    private static String title(String column, Period period, Clock clock) {
        if (column.endsWith("_date")) {
            return column + " (" + period.zone() + ")";
        }
        boolean ofEitherClock = column.endsWith("_ms") && !column.endsWith("_wall_ms");
        return ofEitherClock ? column + " (" + Parameters.word(clock) + ")" : column;
    }
}
