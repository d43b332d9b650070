package dev.threadline.ingestion;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a source mapping: the problem, why, what to do. */
public final class MappingErrors {

    /** A name that differs in more letters than this is another name. */
    private static final int MOST_TYPING_ERRORS = 3;

    private MappingErrors() {}

    public static UserError unknownMapping(String name, Collection<String> builtIn) {
        return new UserError(
                "There is no source mapping '" + name + "'" + didYouMean(name, builtIn),
                "The built-in ones are: " + String.join(", ", builtIn),
                "Use one of them, or name a file that ends in .sql");
    }

    public static UserError unreadableMapping(String file, Throwable cause) {
        return new UserError(
                "Cannot read the source mapping " + file,
                Reasons.of(cause),
                "Check the path given with --source",
                cause);
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

    /** Where a value could not be computed; which one is not told, as it may be what a customer wrote. */
    public static UserError mappingFailsOnValue(String mapping, String condition) {
        return new UserError(
                "The source mapping " + mapping + " fails on a value of a record: " + condition,
                "An expression of it, such as a cast, a pattern of dates or parse_json, does not fit every record",
                "Use what gives NULL instead (try_cast, try_to_timestamp, try_parse_json), so that such records are refused one"
                        + " by one, or correct the pattern");
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
}
