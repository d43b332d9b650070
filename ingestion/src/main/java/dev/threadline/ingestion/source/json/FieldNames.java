package dev.threadline.ingestion.source.json;

import dev.threadline.ingestion.source.column.ColumnIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Remembers the names of fields with their columns, and expects them in the order in which they last came. */
final class FieldNames {

    static final int UNKNOWN = ColumnIndex.NONE - 1;

    /** So many are compared quicker than looked up. */
    private static final int MOST = 64;

    private final ColumnIndex columns;
    private final List<Name> names = new ArrayList<>();
    private int expected;
    private int end;

    /** A name with the quote behind it. */
    private static final class Name {
        private final byte[] bytes;
        private final int column;

        Name(byte[] bytes, int column) {
            this.bytes = bytes;
            this.column = column;
        }
    }

    FieldNames(ColumnIndex columns) {
        this.columns = columns;
    }

    /** Expects the first name again. */
    void restart() {
        expected = 0;
    }

    /** The column of the name that stands at a place of a record with a quote behind it; {@link #UNKNOWN} if it is new. */
    int find(byte[] record, int at) {
        for (int i = 0; i < names.size(); i++) {
            int known = expected + i < names.size() ? expected + i : expected + i - names.size();
            Name name = names.get(known);
            int nameEnd = at + name.bytes.length;
            if (nameEnd <= record.length && Arrays.equals(record, at, nameEnd, name.bytes, 0, name.bytes.length)) {
                expected = known + 1;
                end = nameEnd;
                return name.column;
            }
        }
        return UNKNOWN;
    }

    /** Where the name that was found ends, the quote included. */
    int end() {
        return end;
    }

    /** Remembers an ASCII name with the quote behind it, and tells its column; {@link #UNKNOWN} if there are too many. */
    int add(byte[] record, int start, int endExclusive) {
        if (names.size() == MOST) {
            return UNKNOWN;
        }
        String name = new String(record, start, endExclusive - 1 - start, StandardCharsets.US_ASCII);
        names.add(new Name(Arrays.copyOfRange(record, start, endExclusive), columns.of(name)));
        expected = names.size();
        return names.get(expected - 1).column;
    }
}
