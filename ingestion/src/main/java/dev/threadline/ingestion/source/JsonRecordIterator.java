package dev.threadline.ingestion.source;

import java.net.URI;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Turns lines (text, file, offset of the piece of the file) into records. A line's number is known in the piece that a
 * file begins with, which for files of up to 128 MB and gzipped ones is the whole file.
 */
final class JsonRecordIterator implements Iterator<InternalRow> {

    private static final UTF8String NO_FILE = UTF8String.EMPTY_UTF8;

    private final Iterator<InternalRow> lines;
    private final ColumnIndex columns;
    private final int width;

    private UTF8String fileUri = NO_FILE;
    private UTF8String file = NO_FILE;
    private long pieceOffset;
    private long linesRead;
    private @Nullable InternalRow next;

    JsonRecordIterator(Iterator<InternalRow> lines, ColumnIndex columns) {
        this.lines = lines;
        this.columns = columns;
        this.width = columns.columns().size();
    }

    @Override
    public boolean hasNext() {
        while (next == null && lines.hasNext()) {
            next = record(lines.next());
        }
        return next != null;
    }

    @Override
    public InternalRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        InternalRow record = next;
        next = null;
        return record;
    }

    private @Nullable InternalRow record(InternalRow line) {
        follow(line.getUTF8String(1), line.getLong(2));
        UTF8String text = line.getUTF8String(0);
        byte[] bytes = text.getBytes();
        if (isBlank(bytes)) {
            return null;
        }
        Object[] values = new Object[width + RecordColumns.ALL.size()];
        boolean readable = JsonRecord.read(bytes, columns, values);
        if (!readable) {
            java.util.Arrays.fill(values, 0, width, null);
        }
        values[width] = file;
        values[width + 1] = pieceOffset == 0 ? linesRead : null;
        values[width + 2] = text;
        values[width + 3] = !readable;
        return new GenericInternalRow(values);
    }

    private void follow(UTF8String uri, long offset) {
        if (!uri.equals(fileUri) || offset != pieceOffset) {
            fileUri = uri.clone();
            file = UTF8String.fromString(SourceFile.pathOf(URI.create(uri.toString())));
            pieceOffset = offset;
            linesRead = 0;
        }
        linesRead++;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
