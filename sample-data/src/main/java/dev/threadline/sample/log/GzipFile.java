package dev.threadline.sample.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is compressed and written in the background, chunk by chunk, while the simulation goes on.
 *
 * <p>The gzip header that Java writes holds neither a name nor a time, so equal content gives equal files.
 */
public final class GzipFile implements AutoCloseable {

    private static final int CHUNK_BYTES = 1 << 18;
    private static final int CHUNKS_UNDER_WAY = 16;

    private final ExecutorService background;
    private final OutputStream out;
    private final Semaphore slots = new Semaphore(CHUNKS_UNDER_WAY);
    private CompletableFuture<@Nullable Void> written = CompletableFuture.completedFuture(null);
    private byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;

    private GzipFile(OutputStream out, ExecutorService background) {
        this.out = out;
        this.background = background;
    }

    /** A new file of plain text. */
    public static GzipFile plain(Path path, ExecutorService background) throws IOException {
        return new GzipFile(new BufferedOutputStream(Files.newOutputStream(path)), background);
    }

    /** A new compressed file. */
    public static GzipFile compressed(Path path, ExecutorService background) throws IOException {
        return new GzipFile(new Fast(Files.newOutputStream(path)), background);
    }

    /** Adds the content of a buffer and empties it. */
    public void write(TextBuffer buffer) {
        int from = 0;
        while (from < buffer.length()) {
            int length = Math.min(buffer.length() - from, CHUNK_BYTES - filled);
            System.arraycopy(buffer.bytes(), from, chunk, filled, length);
            filled += length;
            from += length;
            if (filled == CHUNK_BYTES) {
                hand();
            }
        }
        buffer.truncate(0);
    }

    /** Waits for what is under way and closes the file. */
    @Override
    public void close() throws IOException {
        hand();
        try {
            written.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException cause) {
                throw cause.getCause();
            }
            throw failure;
        } finally {
            out.close();
        }
    }

    private void hand() {
        if (written.isCompletedExceptionally()) {
            written.join();
        }
        byte[] full = chunk;
        int length = filled;
        chunk = new byte[CHUNK_BYTES];
        filled = 0;
        slots.acquireUninterruptibly();
        written = written.thenRunAsync(() -> put(full, length), background)
                .whenComplete((done, failure) -> slots.release());
    }

    private void put(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
