package dev.threadline.ingestion.source.file;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Finds the files that a user means by files, folders (searched through) and globs, on any Hadoop file system. */
public final class SourceFiles {

    private final Configuration hadoop;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Set<String> ignored = new TreeSet<>();

    private final Function<String, Optional<SourceFormat>> formats;

    /**
     * A search.
     *
     * @param formats of files, by their names
     */
    private SourceFiles(Configuration hadoop, Function<String, Optional<SourceFormat>> formats) {
        this.hadoop = hadoop;
        this.formats = formats;
    }

    /**
     * Finds all files that {@code inputs} name. In folders and globs, names that begin with {@code .} or {@code _} are
     * passed over, and files of other kinds are counted; naming such a file itself is a user error, as is a path where
     * nothing is. All such mistakes are told at once.
     */
    public static FoundFiles find(Configuration hadoop, List<String> inputs) {
        SourceFiles search = new SourceFiles(hadoop, SourceFormat::of);
        List<UserError> mistakes = new ArrayList<>();
        for (String input : inputs) {
            try {
                search.add(input);
            } catch (UserError mistake) {
                mistakes.add(mistake);
            }
        }
        if (!mistakes.isEmpty()) {
            throw mistakes.size() == 1 ? mistakes.get(0) : IngestionErrors.severalUnreadable(mistakes, inputs.size());
        }
        return new FoundFiles(search.inOrder(), List.copyOf(search.ignored));
    }

    /** Finds all files that {@code input} names, of one format whatever their names say. */
    public static List<SourceFile> ofFormat(Configuration hadoop, String input, SourceFormat format) {
        SourceFiles search = new SourceFiles(hadoop, name -> Optional.of(format));
        search.add(input);
        return search.inOrder();
    }

    private List<SourceFile> inOrder() {
        return files.values().stream()
                .sorted(Comparator.comparing(SourceFile::path))
                .toList();
    }

    private void add(String input) {
        if (input.isBlank()) {
            throw IngestionErrors.noInput();
        }
        try {
            Path path = new Path(input);
            FileSystem system = path.getFileSystem(hadoop);
            FileStatus named = statusOf(system, path);
            if (named == null) {
                addMatches(system, input, path);
            } else if (named.isDirectory()) {
                addFolder(system, named.getPath());
            } else {
                addNamed(input, named);
            }
        } catch (IOException | IllegalArgumentException cause) {
            throw IngestionErrors.unreadable(input, cause);
        }
    }

    private void addMatches(FileSystem system, String input, Path glob) throws IOException {
        FileStatus[] matches = system.globStatus(glob);
        if (matches == null || matches.length == 0) {
            throw IngestionErrors.noSuchPath(input);
        }
        for (FileStatus match : matches) {
            addFound(system, match);
        }
    }

    private void addFolder(FileSystem system, Path folder) throws IOException {
        FileStatus[] entries = system.listStatus(folder);
        Arrays.sort(entries);
        for (FileStatus entry : entries) {
            addFound(system, entry);
        }
    }

    private void addFound(FileSystem system, FileStatus entry) throws IOException {
        if (isHidden(entry)) {
            return;
        }
        if (entry.isDirectory()) {
            addFolder(system, entry.getPath());
            return;
        }
        Optional<SourceFormat> format = formats.apply(entry.getPath().getName());
        format.ifPresentOrElse(
                known -> put(SourceFile.of(entry, known)),
                () -> ignored.add(SourceFile.pathOf(entry.getPath().toUri())));
    }

    private void addNamed(String input, FileStatus file) {
        if (isHidden(file)) {
            throw IngestionErrors.hiddenFile(input);
        }
        SourceFormat format = formats.apply(file.getPath().getName())
                .orElseThrow(() -> IngestionErrors.unknownFormat(input, SourceFormat.NAMES));
        put(SourceFile.of(file, format));
    }

    private void put(SourceFile file) {
        files.put(file.path(), file);
    }

    /** Spark's readers pass such files over without a word, however they are named. */
    private static boolean isHidden(FileStatus status) {
        String name = status.getPath().getName();
        return name.startsWith(".") || name.startsWith("_");
    }

    private static @Nullable FileStatus statusOf(FileSystem system, Path path) throws IOException {
        try {
            return system.getFileStatus(path);
        } catch (FileNotFoundException missing) {
            return null;
        }
    }
}
