package dev.threadline.ingestion.source.json;

import dev.threadline.ingestion.source.file.FirstBytes;
import dev.threadline.ingestion.source.json.FilePieces.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.jspecify.annotations.Nullable;

/** The lines that begin in a piece of a text file, unpacked, without terminators and byte order mark. */
final class TextLines implements Iterator<byte[]> {

    private final Piece piece;
    private final LineRecordReader reader = new LineRecordReader();
    private byte @Nullable [] next;
    private long read;

    TextLines(Piece piece, Configuration hadoop) {
        this.piece = piece;
        try {
            reader.initialize(
                    new FileSplit(piece.file().location(), piece.start(), piece.length(), new String[0]),
                    new TaskAttemptContextImpl(hadoop, new TaskAttemptID()));
            advance();
        } catch (IOException cause) {
            throw failed(cause);
        }
        if (piece.start() == 0 && next != null) {
            FirstBytes.check(piece.file(), next);
        }
    }

    /** How many lines were returned. */
    long read() {
        return read;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public byte[] next() {
        byte[] line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        try {
            advance();
        } catch (IOException cause) {
            throw failed(cause);
        }
        read++;
        return line;
    }

    private void advance() throws IOException {
        if (reader.nextKeyValue()) {
            Text text = reader.getCurrentValue();
            next = Arrays.copyOf(text.getBytes(), text.getLength());
        } else {
            next = null;
            reader.close();
        }
    }

    private UncheckedIOException failed(IOException cause) {
        return new UncheckedIOException(piece.file().path(), cause);
    }
}
