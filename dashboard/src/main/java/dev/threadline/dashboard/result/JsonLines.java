package dev.threadline.dashboard.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/** Rows as JSON objects, each on a line of its own; NULL is null. */
public final class JsonLines {

    private static final JsonFactory JSON =
            new ObjectMapper().getFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private JsonLines() {}

    /** Writes all rows, and tells after each how many there were so far. */
    public static void write(ResultSet rows, Writer out, LongConsumer written) throws SQLException, IOException {
        List<String> columns = Values.columns(rows);
        for (long count = 1; rows.next(); count++) {
            try (JsonGenerator generator = JSON.createGenerator(out)) {
                JsonText.row(rows, columns, generator);
            }
            out.write('\n');
            written.accept(count);
        }
    }
}
