package dev.threadline.ingestion.source.csv;

import dev.threadline.ingestion.source.file.ByteOrderMark;
import dev.threadline.ingestion.source.file.TextFiles;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text with their terminators, counted from 1; lines can be given back to be read again. What
 * {@link TextFiles#marking} marked becomes U+FFFD, and is told of.
 */
final class PhysicalLines {

    /** A line and where it stands. */
    record Line(long number, String text) {}

    private static final char REPLACEMENT_CHARACTER = '\uFFFD';

    private final Reader reader;
    private final LongConsumer replaced;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Line> returned = new ArrayDeque<>();
    private int position;
    private int limit;
    private long linesRead;

    PhysicalLines(Reader reader, LongConsumer replaced) {
        this.reader = reader;
        this.replaced = replaced;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        StringBuilder line = new StringBuilder();
        boolean ended = false;
        while (!ended && fill()) {
            ended = take(line);
        }
        if (line.isEmpty()) {
            return null;
        }
        linesRead++;
        String text = linesRead == 1 ? ByteOrderMark.removed(line.toString()) : line.toString();
        return new Line(linesRead, withoutMarks(text));
    }

    private String withoutMarks(String line) {
        if (line.indexOf(TextFiles.NO_UTF_8) < 0) {
            return line;
        }
        replaced.accept(linesRead);
        return line.replace(TextFiles.NO_UTF_8, REPLACEMENT_CHARACTER);
    }

    /** Puts lines back in front, so that they come again in the same order. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            returned.push(lines.get(i));
        }
    }

    /** Moves characters up to a terminator to the line; false if the buffer ended before one. */
    private boolean take(StringBuilder line) throws IOException {
        int start = position;
        while (position < limit) {
            char c = buffer[position++];
            if (c == '\n') {
                line.append(buffer, start, position - start);
                return true;
            }
            if (c == '\r') {
                line.append(buffer, start, position - start);
                if (fill() && buffer[position] == '\n') {
                    line.append(buffer[position++]);
                }
                return true;
            }
        }
        line.append(buffer, start, position - start);
        return false;
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, reader.read(buffer));
        return limit > 0;
    }
}
