package dev.threadline.ingestion.source.mapping;

import dev.threadline.ingestion.MappingErrors;
import dev.threadline.ingestion.source.file.ByteOrderMark;
import dev.threadline.ingestion.source.file.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * One SELECT over the view {@code raw} that turns a vendor's rows into the columns of a message.
 *
 * @param name what its records' {@code source} is unless the SELECT says otherwise
 * @param locator what finds it again: the name of a built-in mapping, or the full path of a file
 * @param sql the SELECT
 */
public record SourceMapping(String name, String locator, String sql) {

    /** The mapping of records that already have our columns. */
    public static final String CANONICAL = "canonical";

    /** The mappings that come with Threadline. */
    public static final List<String> BUILT_IN = List.of(CANONICAL);

    private static final String FILE_ENDING = ".sql";

    /** Finds a mapping; a user error if there is none of that name, or no such file. */
    public static SourceMapping find(Configuration hadoop, String nameOrFile) {
        return nameOrFile.endsWith(FILE_ENDING) ? ofFile(hadoop, nameOrFile) : builtIn(nameOrFile);
    }

    /** The name of the mapping that a locator finds. */
    public static String nameOf(String locator) {
        String file = locator.substring(locator.lastIndexOf('/') + 1);
        return file.endsWith(FILE_ENDING) ? file.substring(0, file.length() - FILE_ENDING.length()) : file;
    }

    /** Whether columns that it names may be missing in the user's files. */
    boolean toleratesMissingColumns() {
        return BUILT_IN.contains(locator);
    }

    private static SourceMapping builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw MappingErrors.unknownMapping(name, BUILT_IN);
        }
        try (InputStream sql = SourceMapping.class.getResourceAsStream("/mappings/" + name + FILE_ENDING)) {
            if (sql == null) {
                throw new IllegalStateException("the built-in mapping " + name + " is not in the jar");
            }
            return new SourceMapping(name, name, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static SourceMapping ofFile(Configuration hadoop, String file) {
        Path path = new Path(file);
        try {
            Path full = path.getFileSystem(hadoop).makeQualified(path);
            try (InputStream in = full.getFileSystem(hadoop).open(full)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new SourceMapping(
                        nameOf(full.getName()), SourceFile.pathOf(full.toUri()), ByteOrderMark.removed(text));
            }
        } catch (IOException | IllegalArgumentException cause) {
            throw MappingErrors.unreadableMapping(file, cause);
        }
    }
}
