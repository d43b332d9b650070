package dev.threadline.ingestion.source.file;

import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A file of the user's as it was when it was found.
 *
 * @param path its name in every table: an absolute path for local files, a full URI for others
 * @param format how to read it
 * @param sizeBytes length in bytes, as stored
 * @param modifiedAt when it was last written, in milliseconds
 */
public record SourceFile(String path, SourceFormat format, long sizeBytes, Instant modifiedAt) implements Serializable {

    private static final String LOCAL = "file";

    /** How many bytes of text a byte of a compressed file stands for, roughly. */
    private static final int GZIP_RATIO = 7;

    private static final int PARQUET_RATIO = 4;

    static SourceFile of(FileStatus status, SourceFormat format) {
        return new SourceFile(
                pathOf(status.getPath().toUri()),
                format,
                status.getLen(),
                Instant.ofEpochMilli(status.getModificationTime()));
    }

    /** The name that a file is known by, from the URI that Hadoop gives it. */
    public static String pathOf(URI uri) {
        return uri.getScheme() == null || uri.getScheme().equals(LOCAL) ? uri.getPath() : new Path(uri).toString();
    }

    /** Where Hadoop finds it. */
    public Path location() {
        return path.startsWith("/") ? new Path(LOCAL, null, path) : new Path(path);
    }

    /** Its size had it been written as plain JSON lines: what the width of a run is planned by. */
    public long estimatedTextBytes() {
        if (format == SourceFormat.PARQUET) {
            return sizeBytes * PARQUET_RATIO;
        }
        return isPacked() ? sizeBytes * GZIP_RATIO : sizeBytes;
    }

    /** Whether it can only be read from its beginning. */
    public boolean isPacked() {
        return path.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
