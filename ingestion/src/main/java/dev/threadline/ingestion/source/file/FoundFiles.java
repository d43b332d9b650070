package dev.threadline.ingestion.source.file;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was found where a user said to look.
 *
 * @param files in the order of their paths, each once
 * @param ignored files of other kinds that lay in folders or matched a glob, likewise
 */
public record FoundFiles(List<SourceFile> files, List<String> ignored) {

    /** So many of the files that are passed over are named. */
    private static final int MOST_NAMED = 5;

    /** What the user should know of it. */
    public List<String> notes() {
        if (ignored.isEmpty()) {
            return List.of();
        }
        String named = ignored.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int others = ignored.size() - MOST_NAMED;
        return List.of(String.format(
                Locale.ROOT,
                "passed over %,d %s: %s%s; read are %s",
                ignored.size(),
                ignored.size() == 1 ? "file for the end of its name" : "files for the ends of their names",
                named,
                others > 0 ? String.format(Locale.ROOT, " and %,d more", others) : "",
                SourceFormat.NAMES));
    }
}
