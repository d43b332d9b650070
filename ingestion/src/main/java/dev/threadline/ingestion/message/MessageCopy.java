package dev.threadline.ingestion.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a message as far as it decides which copy's fields count: {@link #supersedes} is a total order, so that neither
 * order nor repetition nor grouping of copies matters.
 *
 * @param sentAtMs the time that the copy itself has, epoch milliseconds
 * @param revisedAtMs when the source changed it; null is before all others
 * @param sequence the source's own order
 * @param texts its fields of text in the order of the log's format, null where it has none
 */
record MessageCopy(
        long sentAtMs, @Nullable Long revisedAtMs, @Nullable Long sequence, List<@Nullable String> texts) {

    /** The fields of text before {@code sent_at} and after it, in the order of the log's format. */
    static final List<String> TEXTS = List.of(
            MessagesTable.SOURCE,
            MessagesTable.THREAD_ID,
            MessagesTable.MESSAGE_ID,
            MessagesTable.SENDER_ROLE,
            MessagesTable.SENDER_ID,
            MessagesTable.KIND,
            MessagesTable.EVENT,
            MessagesTable.ASSIGNEE_ID,
            MessagesTable.CHANNEL,
            MessagesTable.TEAM,
            MessagesTable.CUSTOMER_ID,
            MessagesTable.TEXT);

    private static final int TEXTS_BEFORE_SENT_AT = 3;

    private static final JsonFactory JSON = new JsonFactory();

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private static final Comparator<MessageCopy> BY_REVISION =
            Comparator.comparing(MessageCopy::revisedAtMs, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Whether this copy's fields count and the other's do not: it was revised later, else its record is greater. */
    boolean supersedes(MessageCopy other) {
        int later = BY_REVISION.compare(this, other);
        if (later != 0 || hasSameRecord(other)) {
            return later > 0;
        }
        return Arrays.compareUnsigned(canonicalBytes(), other.canonicalBytes()) > 0;
    }

    /** The record as a line of canonical JSON: the fields in the order of the log's format, those it has. */
    byte[] canonicalBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writeTexts(json, 0, TEXTS_BEFORE_SENT_AT);
            writeInstant(json, MessagesTable.SENT_AT, sentAtMs);
            writeTexts(json, TEXTS_BEFORE_SENT_AT, TEXTS.size());
            if (sequence != null) {
                json.writeNumberField(MessagesTable.SEQUENCE, sequence);
            }
            if (revisedAtMs != null) {
                writeInstant(json, MessagesTable.REVISED_AT, revisedAtMs);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private boolean hasSameRecord(MessageCopy other) {
        return sentAtMs == other.sentAtMs && Objects.equals(sequence, other.sequence) && texts.equals(other.texts);
    }

    private void writeTexts(JsonGenerator json, int start, int endExclusive) throws IOException {
        for (int i = start; i < endExclusive; i++) {
            String text = texts.get(i);
            if (text != null) {
                json.writeStringField(TEXTS.get(i), text);
            }
        }
    }

    private static void writeInstant(JsonGenerator json, String field, long epochMillis) throws IOException {
        json.writeStringField(field, MILLISECONDS.format(Instant.ofEpochMilli(epochMillis)));
    }
}
