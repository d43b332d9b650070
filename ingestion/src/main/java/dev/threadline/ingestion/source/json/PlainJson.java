package dev.threadline.ingestion.source.json;

import dev.threadline.ingestion.source.column.ColumnIndex;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as most logs write them, several times as fast as a parser: one object of strings without escapes (but in
 * fields that nobody wants), whole numbers, {@code true}, {@code false} and {@code null}. Whatever else a record holds, it
 * leaves to {@link JsonRecord}; what it reads, it reads as that does.
 */
final class PlainJson {

    /** The parser refuses names and numbers beyond some length. */
    private static final int LONGEST_NAME = 1_000;

    private static final int MOST_DIGITS = 100;

    private static final int SMALLEST_PRINTABLE = ' ';

    /** What a backslash may stand before, but for a code. */
    private static final String ESCAPABLE = "\"\\/bfnrt";

    private final FieldNames names;
    private byte[] record = {};
    private int at;

    PlainJson(ColumnIndex columns) {
        this.names = new FieldNames(columns);
    }

    /**
     * Puts the wanted fields of a record where the columns are, their text sharing the record's bytes.
     *
     * @return whether it could; if not, {@code into} may hold parts of it
     */
    boolean read(byte[] bytes, @Nullable Object[] into) {
        record = bytes;
        at = 0;
        names.restart();
        blanks();
        if (!skip('{')) {
            return false;
        }
        blanks();
        while (field(into)) {
            blanks();
            if (skip('}')) {
                blanks();
                return at == record.length;
            }
            if (!skip(',')) {
                return false;
            }
            blanks();
        }
        return false;
    }

    private boolean field(@Nullable Object[] into) {
        int column = name();
        blanks();
        if (column == FieldNames.UNKNOWN || !skip(':')) {
            return false;
        }
        blanks();
        int start = at;
        boolean isText = skip('"');
        if (!(isText ? text(column != ColumnIndex.NONE) : literal())) {
            return false;
        }
        if (column != ColumnIndex.NONE) {
            into[column] = isText ? slice(start + 1, at - 1) : isNull(start) ? null : slice(start, at);
        }
        return true;
    }

    private int name() {
        if (!skip('"')) {
            return FieldNames.UNKNOWN;
        }
        int column = names.find(record, at);
        if (column != FieldNames.UNKNOWN) {
            at = names.end();
            return column;
        }
        int start = at;
        return ascii() && at - start <= LONGEST_NAME ? names.add(record, start, at) : FieldNames.UNKNOWN;
    }

    /** Goes behind the quote that ends a string; escapes can be passed over, not read. */
    private boolean text(boolean isWanted) {
        int start = at;
        return ascii() || (beyondAscii(isWanted) && slice(start, at - 1).isValid());
    }

    /** As {@link #text}; stops at what is no printable ASCII, or an escape. */
    private boolean ascii() {
        int i = at;
        while (i < record.length && record[i] >= SMALLEST_PRINTABLE && record[i] != '"' && record[i] != '\\') {
            i++;
        }
        at = i;
        return skip('"');
    }

    private boolean beyondAscii(boolean isWanted) {
        int i = at;
        while (i < record.length && record[i] != '"') {
            boolean isEscape = record[i] == '\\';
            if (isEscape ? isWanted || !isEscapable(i + 1) : record[i] >= 0 && record[i] < SMALLEST_PRINTABLE) {
                return false;
            }
            i += isEscape ? 2 : 1;
        }
        at = i;
        return skip('"');
    }

    private boolean isEscapable(int index) {
        return index < record.length && ESCAPABLE.indexOf(record[index]) >= 0;
    }

    private boolean literal() {
        if (at == record.length) {
            return false;
        }
        return switch (record[at]) {
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> whole();
        };
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!skip(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean whole() {
        skip('-');
        int start = at;
        while (at < record.length && record[at] >= '0' && record[at] <= '9') {
            at++;
        }
        int digits = at - start;
        return digits > 0 && digits <= MOST_DIGITS && (record[start] != '0' || digits == 1);
    }

    private boolean isNull(int start) {
        return record[start] == 'n';
    }

    private UTF8String slice(int start, int endExclusive) {
        return UTF8String.fromBytes(record, start, endExclusive - start);
    }

    private void blanks() {
        while (at < record.length
                && (record[at] == ' ' || record[at] == '\t' || record[at] == '\r' || record[at] == '\n')) {
            at++;
        }
    }

    private boolean skip(char expectedCharacter) {
        boolean there = at < record.length && record[at] == expectedCharacter;
        at += there ? 1 : 0;
        return there;
    }
}
