package dev.threadline.ingestion.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as most logs write them, several times as fast as a parser: one object of strings without escapes, whole
 * numbers, {@code true}, {@code false} and {@code null}. Whatever else a record holds, it leaves to {@link JsonRecord};
 * what it reads, it reads as that does.
 *
 * <p>It remembers the names of fields and expects them in the order in which they last came.
 */
final class PlainJson {

    /** So many are compared quicker than looked up; an object with more different names is left to the parser. */
    private static final int MOST_NAMES = 64;

    /** The parser refuses names and numbers beyond some length. */
    private static final int LONGEST_NAME = 1_000;

    private static final int MOST_DIGITS = 100;

    private static final int SMALLEST_PRINTABLE = ' ';

    private final ColumnIndex columns;
    private final List<Name> names = new ArrayList<>();

    private byte[] record = {};
    private int at;
    private int expected;

    /** A name with the quote behind it. */
    private static final class Name {
        private final byte[] bytes;
        private final int column;

        Name(byte[] bytes, int column) {
            this.bytes = bytes;
            this.column = column;
        }
    }

    PlainJson(ColumnIndex columns) {
        this.columns = columns;
    }

    /**
     * Puts the wanted fields of a record where the columns are, their text sharing the record's bytes.
     *
     * @return whether it could; if not, {@code into} may hold parts of it
     */
    boolean read(byte[] bytes, @Nullable Object[] into) {
        record = bytes;
        at = 0;
        expected = 0;
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
        if (column < ColumnIndex.NONE || !skip(':')) {
            return false;
        }
        blanks();
        int start = at;
        boolean isText = skip('"');
        if (!(isText ? text() : literal())) {
            return false;
        }
        if (column != ColumnIndex.NONE) {
            into[column] = isText ? slice(start + 1, at - 1) : isNull(start) ? null : slice(start, at);
        }
        return true;
    }

    /** The column of the name that stands here; less than {@link ColumnIndex#NONE} if none does that is plain. */
    private int name() {
        if (!skip('"')) {
            return ColumnIndex.NONE - 1;
        }
        for (int i = 0; i < names.size(); i++) {
            int known = expected + i < names.size() ? expected + i : expected + i - names.size();
            Name name = names.get(known);
            if (isHere(name.bytes)) {
                expected = known + 1;
                at += name.bytes.length;
                return name.column;
            }
        }
        return newName();
    }

    private boolean isHere(byte[] nameAndQuote) {
        int end = at + nameAndQuote.length;
        return end <= record.length && Arrays.equals(record, at, end, nameAndQuote, 0, nameAndQuote.length);
    }

    private int newName() {
        int start = at;
        if (names.size() == MOST_NAMES || !ascii() || at - start > LONGEST_NAME) {
            return ColumnIndex.NONE - 1;
        }
        String name = new String(record, start, at - 1 - start, StandardCharsets.US_ASCII);
        names.add(new Name(Arrays.copyOfRange(record, start, at), columns.of(name)));
        expected = names.size();
        return names.get(expected - 1).column;
    }

    /** Goes behind the quote that ends a string without escapes. */
    private boolean text() {
        int start = at;
        return ascii() || (at < record.length && record[at] < 0 && beyondAscii(start));
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

    private boolean beyondAscii(int start) {
        int i = at;
        while (i < record.length
                && (record[i] >= SMALLEST_PRINTABLE || record[i] < 0)
                && record[i] != '"'
                && record[i] != '\\') {
            i++;
        }
        at = i;
        return skip('"') && slice(start, at - 1).isValid();
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
