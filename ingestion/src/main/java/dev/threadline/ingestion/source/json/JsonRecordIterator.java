package dev.threadline.ingestion.source.json;

import dev.threadline.ingestion.FormatErrors;
import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.file.ReplacedBytes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lines of a piece of a file into records; blank lines are none. A line's number is known in the piece that a
 * file begins with, which for files of up to 128 MB and gzipped ones is the whole file. A file that is one object, with
 * nothing wanted in it but a list of objects, is a user error.
 */
final class JsonRecordIterator implements Iterator<InternalRow> {

    private final TextLines lines;
    private final ColumnIndex columns;
    private final PlainJson plain;
    private final UTF8String file;
    private final ReplacedBytes replaced;
    private final ReplacedBytes.Piece place;
    private final boolean isFirstPiece;
    private final int width;
    private @Nullable InternalRow next;

    JsonRecordIterator(FilePieces.Piece piece, Configuration hadoop, ColumnIndex columns, ReplacedBytes replaced) {
        this.lines = new TextLines(piece, hadoop);
        this.columns = columns;
        this.plain = new PlainJson(columns);
        this.file = UTF8String.fromString(piece.file().path());
        this.replaced = replaced;
        this.place = new ReplacedBytes.Piece(piece.file().path(), piece.start());
        this.isFirstPiece = piece.start() == 0;
        this.width = columns.columns().size();
    }

    @Override
    public boolean hasNext() {
        while (next == null && lines.hasNext()) {
            byte[] line = lines.next();
            next = isBlank(line) ? null : record(line);
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

    private InternalRow record(byte[] line) {
        @Nullable Object[] values = new @Nullable Object[width + RecordColumns.ALL.size()];
        boolean readable = plain.read(line, values) || parsed(line, values);
        if (readable && isWholeFile() && Arrays.stream(values).allMatch(Objects::isNull)) {
            WrappedRecords.listIn(line).ifPresent(list -> {
                throw FormatErrors.jsonWrapped(file.toString(), list);
            });
        }
        values[width] = file;
        values[width + 1] = lineNumber();
        values[width + 2] = UTF8String.fromBytes(line);
        values[width + 3] = !readable;
        return new GenericInternalRow(values);
    }

    /** Whether there is no other line than the one that was read last. */
    private boolean isWholeFile() {
        return isFirstPiece && lines.read() == 1 && !lines.hasNext();
    }

    private boolean parsed(byte[] line, @Nullable Object[] values) {
        Arrays.fill(values, null);
        if (JsonRecord.readStrictly(line, columns, values)) {
            return true;
        }
        if (JsonRecord.readRepaired(line, columns, values)) {
            replaced.add(new ReplacedBytes.Line(place, lineNumber()));
            return true;
        }
        Arrays.fill(values, null);
        return false;
    }

    private @Nullable Long lineNumber() {
        return isFirstPiece ? Long.valueOf(lines.read()) : null;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
