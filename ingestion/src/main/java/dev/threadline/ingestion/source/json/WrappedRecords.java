package dev.threadline.ingestion.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an export that is one object around all of its records, as services answer, from a record. */
final class WrappedRecords {

    private static final JsonFactory JSON = new JsonFactory();

    private WrappedRecords() {}

    /** The name of the object's first field that is a list of objects; none if it has no such. */
    static Optional<String> listIn(byte[] object) {
        try (JsonParser parser = JSON.createParser(object)) {
            String field = "";
            int depth = 0;
            @Nullable JsonToken before = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 1 && token == JsonToken.FIELD_NAME) {
                    field = parser.currentName();
                }
                if (depth == 2 && token == JsonToken.START_OBJECT && before == JsonToken.START_ARRAY) {
                    return Optional.of(field);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                before = token;
            }
            return Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
