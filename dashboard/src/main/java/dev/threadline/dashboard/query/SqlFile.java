package dev.threadline.dashboard.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries, each in a file of its own beside the class that asks them. */
public final class SqlFile {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

    private static final Pattern ABOUT = Pattern.compile("\\A(?:--.*\\R)+");

    private SqlFile() {}

    /** What {@code <name>.sql} answers, in the first sentence of its comment. */
    static String about(String name) {
        Matcher comment = ABOUT.matcher(read(name));
        String about = comment.find()
                ? comment.group().replaceAll("(?m)^--\\s*|\\R", " ").strip()
                : "";
        return about.replaceAll("\\s+", " ").replaceFirst("(?<=[a-z])\\.(\\s.*)?$", "");
    }

    /** The text of {@code <name>.sql} without lines of comment, and with what it {@link SharedSql shares} in place. */
    public static String text(String name) {
        return SharedSql.inPlace(COMMENT.matcher(read(name)).replaceAll("").strip());
    }

    private static String read(String name) {
        return read(SqlFile.class, name);
    }

    /** The whole text of the {@code <name>.sql} that lies beside a class. */
    public static String read(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no file " + name + ".sql");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
