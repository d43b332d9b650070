package dev.threadline.sample.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the lines of an export into one file per equal part of the period. */
public final class LogWriter implements AutoCloseable {

    /** Opens the file with this number, from 1. */
    @FunctionalInterface
    public interface Files {

        /** A new file, empty. */
        GzipFile open(int number) throws IOException;
    }

    private final long fromMs;
    private final long untilMs;
    private final int files;
    private final Files opener;
    private final TextBuffer line = new TextBuffer();
    private @Nullable GzipFile current;
    private int currentNumber;
    private long lines;

    /** A log of a period in so many files. */
    public LogWriter(long fromMs, long untilMs, int files, Files opener) {
        this.fromMs = fromMs;
        this.untilMs = untilMs;
        this.files = files;
        this.opener = opener;
    }

    /** How many lines were written, good and broken. */
    public long lines() {
        return lines;
    }

    void write(Export export) {
        JsonLine.append(export.message(), line);
        Damage damage = export.damage();
        if (damage != null) {
            String good = new String(line.bytes(), 0, line.length() - 1, StandardCharsets.UTF_8);
            line.truncate(0);
            line.utf8(damage.applyTo(good)).add('\n');
        }
        fileFor(export.atMs()).write(line);
        lines++;
    }

    private GzipFile fileFor(long exportMs) {
        long part = (exportMs - fromMs) * files / (untilMs - fromMs);
        int number = (int) Math.max(1, Math.min(files, part + 1));
        GzipFile file = current;
        if (file != null && number <= currentNumber) {
            return file;
        }
        try {
            close();
            file = opener.open(number);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        current = file;
        currentNumber = number;
        return file;
    }

    @Override
    public void close() throws IOException {
        GzipFile file = current;
        if (file != null) {
            current = null;
            file.close();
        }
    }
}
