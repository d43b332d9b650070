package dev.threadline.sample.truth;

import dev.threadline.sample.log.GzipFile;
import dev.threadline.sample.log.Message;
import dev.threadline.sample.log.TextBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A CSV file of plain values: ids, numbers, instants and blanks; nothing in it needs quoting. */
final class CsvFile implements AutoCloseable {

    private final GzipFile file;
    private final TextBuffer row = new TextBuffer();

    CsvFile(GzipFile file, String header) {
        this.file = file;
        row.ascii(header).add('\n');
        file.write(row);
    }

    CsvFile text(@Nullable String value) {
        if (value != null) {
            row.ascii(value);
        }
        row.add(',');
        return this;
    }

    CsvFile number(long value) {
        if (value != Message.NONE) {
            row.number(value);
        }
        row.add(',');
        return this;
    }

    CsvFile instant(long epochMs) {
        if (epochMs != Message.NONE) {
            row.instant(epochMs);
        }
        row.add(',');
        return this;
    }

    /** Ends the row: its last comma becomes the line end. */
    void end() {
        row.truncate(row.length() - 1);
        row.add('\n');
        file.write(row);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
