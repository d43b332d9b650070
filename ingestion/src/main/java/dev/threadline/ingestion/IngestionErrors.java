package dev.threadline.ingestion;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Every mistake of a user's that this module can meet: the problem, why, what to do. */
public final class IngestionErrors {

    /** A name that differs in more letters than this is another name. */
    private static final int MOST_TYPING_ERRORS = 3;

    private static final String WRAPPED_IN = "Exception: ";

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
        return new UserError(
                "Cannot read " + path,
                reason(cause),
                "Check that the file is whole and that you have the right to read it",
                cause);
    }

    public static UserError truncated(String path, Throwable cause) {
        return new UserError(
                "Cannot read " + path,
                "It is cut off or damaged: it cannot be unpacked to its end",
                "Fetch the file again, or leave it out; nothing of this run was taken in",
                cause);
    }

    public static UserError noRight(String what, Throwable cause) {
        return new UserError(
                "No right to read or write " + what,
                reason(cause),
                "Give yourself the right, or name another folder",
                cause);
    }

    public static UserError diskFull(Throwable cause) {
        return new UserError(
                "The disk is full",
                "Writing stopped with: " + reason(cause),
                "Make room in the warehouse's folder and in the folder for temporary files, and run again; what was in the"
                        + " warehouse before is untouched",
                cause);
    }

    public static UserError anotherRun(Throwable cause) {
        return UserError.passing(
                "Another run changed the warehouse at the same time",
                "This one began before that and does not know what it brought",
                "Run it again; what it had not finished is taken in then, and nothing twice",
                cause);
    }

    public static UserError notWritable(String warehouse, Throwable cause) {
        return new UserError(
                "Cannot write to the warehouse " + warehouse,
                reason(cause),
                "Name a folder that you may write to with --warehouse",
                cause);
    }

    public static UserError noConnector(String place, Throwable cause) {
        return new UserError(
                "There is no connector for " + place,
                reason(cause),
                "s3a: comes with Threadline; name the jars of others in THREADLINE_CLASSPATH, or --packages of spark-submit,"
                        + " as docs/cluster.md says",
                cause);
    }

    public static UserError noBucket(String place, Throwable cause) {
        return new UserError(
                "There is no bucket for " + place,
                "The store does not know it",
                "Make the bucket, or name another with --warehouse; if it is there, see that fs.s3a.endpoint is right",
                cause);
    }

    public static UserError noCredentials(String place, Throwable cause) {
        return new UserError(
                "Nothing says who asks the store for " + place,
                "Neither the configuration nor the environment has credentials",
                "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what docs/cluster.md names besides",
                cause);
    }

    public static UserError storeUnreachable(String place, Throwable cause) {
        return UserError.passing(
                "The store of " + place + " does not answer",
                reason(cause),
                "See that fs.s3a.endpoint is right and the network is up, then run it again",
                cause);
    }

    public static UserError badErasureKey(String file, Throwable cause) {
        return new UserError(
                "Cannot read the key of forgotten ids " + file,
                reason(cause),
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

    public static UserError unknownMapping(String name, Collection<String> builtIn) {
        return new UserError(
                "There is no source mapping '" + name + "'" + didYouMean(name, builtIn),
                "The built-in ones are: " + String.join(", ", builtIn),
                "Use one of them, or name a file that ends in .sql");
    }

    public static UserError unreadableMapping(String file, Throwable cause) {
        return new UserError(
                "Cannot read the source mapping " + file, reason(cause), "Check the path given with --source", cause);
    }

    public static UserError mappingIsNoSelect(String mapping) {
        return new UserError(
                "The source mapping " + mapping + " is no query",
                "A mapping may only read",
                "Write one SELECT over the view raw");
    }

    public static UserError mappingDoesNotParse(String mapping, @Nullable String why, Throwable cause) {
        return new UserError(
                "The source mapping " + mapping + " is not valid SQL",
                String.valueOf(why).strip(),
                "Correct the SELECT",
                cause);
    }

    public static UserError mappingDoesNotApply(String mapping, String why, Throwable cause) {
        return new UserError(
                "The source mapping " + mapping + " cannot be applied", why.strip(), "Correct the SELECT", cause);
    }

    public static UserError unknownRawColumn(
            String mapping, @Nullable String column, Collection<String> known, Throwable cause) {
        String name = String.valueOf(column).replace("`", "");
        return new UserError(
                "The source mapping " + mapping + " uses a column that raw does not have: " + name
                        + didYouMean(name, known),
                "The files' columns are: " + String.join(", ", known),
                "Correct the SELECT, or check that these are the right files",
                cause);
    }

    public static UserError unknownMessageColumn(String mapping, String column, Collection<String> known) {
        return new UserError(
                "The source mapping " + mapping + " makes a column that messages do not have: " + column
                        + didYouMean(column, known),
                "The columns of a message are: " + String.join(", ", known),
                "Rename it with AS, or leave it out");
    }

    public static UserError columnMadeTwice(String mapping, String column) {
        return new UserError(
                "The source mapping " + mapping + " makes the column " + column + " twice",
                "Names of columns do not depend on case",
                "Leave one of them out");
    }

    public static UserError missingMessageColumn(String mapping, String column, Collection<String> required) {
        return new UserError(
                "The source mapping " + mapping + " makes no column " + column,
                "Every message needs: " + String.join(", ", required),
                "Add `... AS " + column + "` to the SELECT");
    }

    public static UserError mappingLosesRecords(String mapping) {
        return new UserError(
                "The rows of the source mapping " + mapping + " cannot be followed to single records",
                "It joins, groups, limits or explodes, so nobody can say which refused record became which message",
                "Take their files in again with `threadline ingest --input PATH --source FILE.sql --again`");
    }

    public static UserError localTimeColumn(String mapping, String column, String type) {
        return new UserError(
                "The source mapping " + mapping + " makes " + column + " of type " + type,
                "That is a local time, and nobody knows in which zone",
                "Make it an instant, for instance with to_utc_timestamp(..., 'Europe/Berlin')");
    }

    private static String didYouMean(String name, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(MOST_TYPING_ERRORS);
        Comparator<String> nearest = Comparator.comparingInt(candidate -> distance(distance, name, candidate));
        Optional<String> best = known.stream()
                .filter(candidate -> distance(distance, name, candidate) <= MOST_TYPING_ERRORS)
                .min(nearest);
        return best.map(candidate -> ". Did you mean " + candidate + "?").orElse("");
    }

    private static int distance(LevenshteinDistance distance, String name, String candidate) {
        int found = distance.apply(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    /** The first line of what it says, without the names of the exceptions it was wrapped in. */
    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        int wrapped = first.lastIndexOf(WRAPPED_IN);
        String own = wrapped < 0 ? first : first.substring(wrapped + WRAPPED_IN.length());
        return own.isBlank() ? cause.getClass().getSimpleName() : own;
    }
}
