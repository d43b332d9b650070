package dev.threadline.dashboard.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The queries of this package, each in a file of its own. */
public final class SqlFile {

    private SqlFile() {}

    /** The text of {@code <name>.sql}, with what it {@link SharedSql shares} in place. */
    public static String text(String name) {
        return SharedSql.inPlace(read(name));
    }

    private static String read(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no query file " + name + ".sql");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
