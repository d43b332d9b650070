package dev.threadline.jobs.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A query kept as a file in the jar. */
public final class SqlFile {

    private SqlFile() {}

    /**
     * The text of the file.
     *
     * @param path from the root of the resources, such as {@code /audit/laws.sql}
     */
    public static String read(String path) {
        try (InputStream file = SqlFile.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the jar has no " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
