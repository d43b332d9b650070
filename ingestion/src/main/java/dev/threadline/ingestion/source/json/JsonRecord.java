package dev.threadline.ingestion.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.threadline.ingestion.source.column.ColumnIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Takes the wanted fields out of one JSON object as text: numbers keep their digits, objects and arrays stay JSON.
 *
 * <p>Strict about what a record is (one object, nothing after it), lenient about bytes that are no UTF-8: they become
 * U+FFFD, as a message with one bad character in its text is still a message.
 */
public final class JsonRecord {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonRecord() {}

    /**
     * Puts the wanted fields of {@code record} where {@code columns} places them.
     *
     * @return whether the record is one JSON object; if not, {@code into} may hold parts of it
     */
    public static boolean read(byte[] record, ColumnIndex columns, @Nullable Object[] into) {
        return readStrictly(record, columns, into) || readRepaired(record, columns, into);
    }

    /** As {@link #read}, of a record that {@link #readStrictly} does not take. */
    static boolean readRepaired(byte[] record, ColumnIndex columns, @Nullable Object[] into) {
        return readStrictly(repaired(record), columns, into);
    }

    /** Adds the names of the record's fields; nothing if it is no JSON object. */
    public static void addNames(byte[] record, Set<String> names) {
        try (JsonParser parser = JSON.createParser(repaired(record))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (IOException broken) {
            // A broken record becomes a reject when it is read; its fields tell nothing about the others.
            return;
        }
    }

    /** As {@link #read}, of a record that is UTF-8. */
    static boolean readStrictly(byte[] record, ColumnIndex columns, @Nullable Object[] into) {
        try (JsonParser parser = JSON.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int column = columns.of(parser.currentName());
                JsonToken value = parser.nextToken();
                if (column == ColumnIndex.NONE) {
                    parser.skipChildren();
                } else {
                    into[column] = text(parser, value, record);
                }
            }
            return parser.nextToken() == null;
        } catch (IOException broken) {
            return false;
        }
    }

    private static @Nullable UTF8String text(JsonParser parser, JsonToken value, byte[] record) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value.isStructStart()) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int end = (int) parser.currentLocation().getByteOffset();
            return UTF8String.fromString(new String(record, start, end - start, StandardCharsets.UTF_8));
        }
        return UTF8String.fromString(parser.getText());
    }

    private static byte[] repaired(byte[] record) {
        return new String(record, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
