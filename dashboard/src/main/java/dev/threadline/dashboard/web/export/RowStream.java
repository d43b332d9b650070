package dev.threadline.dashboard.web.export;

import dev.threadline.dashboard.query.BoundSql;
import dev.threadline.dashboard.result.CsvText;
import dev.threadline.dashboard.result.JsonLines;
import dev.threadline.dashboard.warehouse.PublicationReader;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Sends the rows of a query as they come. Parquet ends with an index of what is before, so it goes through a file. */
public final class RowStream {

    private RowStream() {}

    /** Sends them, and tells after each how many there were so far. */
    public static void send(
            BoundSql rows, ExportFormat format, PublicationReader reader, Context context, LongConsumer sent)
            throws SQLException, IOException {
        switch (format) {
            case CSV, JSONL -> text(rows, format, reader, context, sent);
            case PARQUET -> parquet(rows, reader, context, sent);
        }
    }

    private static void text(
            BoundSql query, ExportFormat format, PublicationReader reader, Context context, LongConsumer sent)
            throws SQLException, IOException {
        reader.streamRows();
        try (PreparedStatement statement = query.prepareForStream(reader.connection());
                ResultSet rows = statement.executeQuery()) {
            Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
            if (format == ExportFormat.CSV) {
                CsvText.writeForSpreadsheets(rows, column -> true, UnaryOperator.identity(), out, sent);
            } else {
                JsonLines.write(rows, out, sent);
            }
            out.flush();
        }
    }

    private static void parquet(BoundSql query, PublicationReader reader, Context context, LongConsumer sent)
            throws SQLException, IOException {
        Path file = Files.createTempFile(reader.exportFolder(), "export", ".parquet");
        try (PreparedStatement statement = query.copyTo(file).prepareForStream(reader.connection())) {
            long rows = statement.executeUpdate();
            context.disableCompression();
            context.header("Content-Length", String.valueOf(Files.size(file)));
            try (InputStream written = Files.newInputStream(file)) {
                written.transferTo(context.outputStream());
            }
            sent.accept(rows);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
