package dev.threadline.ingestion.source.csv;

import dev.threadline.ingestion.source.csv.PhysicalLines.Line;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text by RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. Where the header
 * has semicolons, tabs or bars in place of commas, so have the records; a line {@code sep=;} before it, as Excel knows it,
 * says so too.
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

    private static final List<Character> OTHER_SEPARATORS = List.of(';', '\t', '|');

    private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=([^\"\\w])", Pattern.CASE_INSENSITIVE);

    private final PhysicalLines lines;
    private char separator = ',';

    CsvRecords(Reader reader) {
        this(reader, line -> {});
    }

    /**
     * The records of a text.
     *
     * @param replaced is told the numbers of lines with bytes that are no UTF-8
     */
    CsvRecords(Reader reader, LongConsumer replaced) {
        this.lines = new PhysicalLines(reader, replaced);
    }

    /**
     * The first record, or null if there is none. What is one field by commas and several by one of the other separators can
     * hardly mean the former: no log has but one column.
     */
    @Nullable
    CsvRecord header() throws IOException {
        CsvRecord byCommas = next();
        Matcher said = SEPARATOR_LINE.matcher(byCommas == null ? "" : byCommas.text());
        if (said.matches()) {
            separator = said.group(1).charAt(0);
            return next();
        }
        if (byCommas == null || (byCommas.fields() != null && byCommas.fields().size() > 1)) {
            return byCommas;
        }
        String text = byCommas.text();
        List<Character> others = OTHER_SEPARATORS.stream()
                .filter(other -> fields(text, other).size() > 1)
                .toList();
        if (others.size() != 1) {
            return byCommas;
        }
        separator = others.get(0);
        return new CsvRecord(byCommas.line(), text, fields(text, separator));
    }

    /** None if its quotes are broken. */
    private static List<String> fields(String text, char separator) {
        CsvFields fields = new CsvFields(separator);
        fields.add(text);
        return fields.isComplete() ? fields.values() : List.of();
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
        CsvFields fields = new CsvFields(separator);
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
