package dev.threadline.ingestion;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every mistake of a user's that taking in a log can meet: the problem, why, what to do. */
public final class IngestionErrors {

    /** So many files that cannot be read are named. */
    private static final int MOST_NAMED = 10;

    private IngestionErrors() {}

    public static UserError missingTable(String warehouse, String table) {
        return new UserError(
                "The warehouse " + warehouse + " has no table '" + table + "'",
                "Nothing has been written there yet, or it is another folder",
                "Run `threadline run --input PATH --warehouse DIR` to make one, or name the right folder");
    }

    public static UserError noInput() {
        return new UserError(
                "There is nothing to read", "No input was named", "Name files, folders or globs with --input");
    }

    public static UserError noSuchPath(String input) {
        return new UserError(
                "Cannot read " + input,
                "There is no such file or folder, and no file matches it as a glob",
                "Check the path; relative ones start at the folder the command runs in");
    }

    public static UserError onlyOtherKinds(Collection<String> inputs, int ignored, String known) {
        return new UserError(
                "There is nothing to read in " + String.join(", ", inputs),
                "It holds " + ignored + (ignored == 1 ? " file" : " files") + ", none of a format that can be read: "
                        + known,
                "Check the path, or convert or rename the files");
    }

    public static UserError unknownFormat(String input, String known) {
        return new UserError(
                "Cannot read " + input,
                "The end of its name says none of the formats that can be read: " + known,
                "Convert or rename the file");
    }

    public static UserError hiddenFile(String input) {
        return new UserError(
                "Cannot read " + input,
                "Files whose names begin with '.' or '_' count as somebody's temporary files",
                "Rename the file");
    }

    public static UserError unreadable(String path, Throwable cause) {
        return ofFile(
                path, Reasons.of(cause), "Check that the file is whole and that you have the right to read it", cause);
    }

    /**
     * More than one file that cannot be read.
     *
     * @param mistakes of each
     * @param all how many files there are
     */
    public static UserError severalUnreadable(List<UserError> mistakes, int all) {
        String named = mistakes.stream()
                .limit(MOST_NAMED)
                .map(mistake -> String.valueOf(mistake.getMessage()))
                .collect(Collectors.joining("\n"));
        int others = mistakes.size() - MOST_NAMED;
        return new UserError(
                String.format(Locale.ROOT, "%,d of %,d inputs cannot be read:%n", mistakes.size(), all)
                        + named
                        + (others > 0 ? String.format(Locale.ROOT, "%nand %,d more", others) : ""),
                "All were looked at once one of them failed",
                "Mend each of them, or leave it out");
    }

    static UserError ofFile(String path, String why, String cure, @Nullable Throwable cause) {
        return new UserError("Cannot read " + path, why, cure, cause).about(path);
    }

    public static UserError unknownReason(String reason, Collection<String> known) {
        return new UserError(
                "No record can be refused for the reason '" + reason + "'",
                "The reasons are " + String.join(", ", known),
                "Name one of these with --reason, or leave it out to try all; `threadline status` says what was refused");
    }

    public static UserError badErasureKey(String file, Throwable cause) {
        return new UserError(
                "Cannot read the key of forgotten ids " + file,
                Reasons.of(cause),
                "Give yourself the right to read it, or restore it from a copy",
                cause);
    }

    public static UserError noErasureKey(String file) {
        return new UserError(
                "The key of forgotten ids " + file + " is gone",
                "Without it nobody can tell whether a record is of a customer who was forgotten",
                "Restore it from a copy of the warehouse; as the last resort delete the table erased_ids, and forget them again"
                        + " after the next run");
    }
}
