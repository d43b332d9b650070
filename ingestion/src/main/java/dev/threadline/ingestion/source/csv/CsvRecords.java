package dev.threadline.ingestion.source.csv;

import dev.threadline.ingestion.source.csv.PhysicalLines.Line;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text by RFC 4180: quoted fields may hold commas, line breaks and doubled quotes.
 *
 * <p>Where a quote is never closed, or closed in the middle of a field, only the line that the record begins on is given
 * up; reading goes on with the next one, so that a stray quote does not swallow the records after it.
 */
final class CsvRecords {

    /**
     * A record.
     *
     * @param line where it begins, from 1
     * @param text as it stood, without the last line break
     * @param fields its values, or null if its quotes are broken
     */
    record CsvRecord(long line, String text, @Nullable List<String> fields) {}

    /** More than this without a closing quote is a stray quote, not a message. */
    private static final int MOST_CHARACTERS = 1 << 26;

    private final PhysicalLines lines;

    CsvRecords(Reader reader) {
        this.lines = new PhysicalLines(reader);
    }

    /** The next record, or null at the end; lines with nothing on them are passed over. */
    @Nullable
    CsvRecord next() throws IOException {
        Line first = lines.next();
        while (first != null && withoutBreak(first.text()).isEmpty()) {
            first = lines.next();
        }
        return first == null ? null : read(first);
    }

    private CsvRecord read(Line first) throws IOException {
        CsvFields fields = new CsvFields();
        List<Line> more = new ArrayList<>();
        fields.add(first.text());
        StringBuilder text = new StringBuilder(first.text());
        while (fields.isOpen() && text.length() < MOST_CHARACTERS) {
            Line next = lines.next();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append(next.text());
            fields.add(next.text());
        }
        if (fields.isComplete()) {
            return new CsvRecord(first.number(), withoutBreak(text.toString()), fields.values());
        }
        lines.giveBack(more);
        return new CsvRecord(first.number(), withoutBreak(first.text()), null);
    }

    private static String withoutBreak(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }
}
