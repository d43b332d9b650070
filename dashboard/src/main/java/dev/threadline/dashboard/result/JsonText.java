package dev.threadline.dashboard.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows as a JSON array of objects, one row per line; NULL is null. */
final class JsonText {

    private static final JsonFactory JSON =
            new ObjectMapper().getFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private JsonText() {}

    static void write(ResultSet rows, Writer out) throws SQLException, IOException {
        List<String> columns = Values.columns(rows);
        out.write("[");
        String separator = "\n";
        while (rows.next()) {
            out.write(separator);
            separator = ",\n";
            try (JsonGenerator generator = JSON.createGenerator(out)) {
                row(rows, columns, generator);
            }
        }
        out.write("\n]\n");
    }

    static void row(ResultSet rows, List<String> columns, JsonGenerator generator) throws SQLException, IOException {
        generator.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            generator.writeFieldName(columns.get(i));
            generator.writePOJO(Values.at(rows, i + 1));
        }
        generator.writeEndObject();
    }
}
