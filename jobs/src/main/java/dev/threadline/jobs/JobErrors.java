package dev.threadline.jobs;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.jobs.config.Percentage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be wrong with what the user asked of the jobs. */
public final class JobErrors {

    private JobErrors() {}

    public static UserError nothingIngested(String warehouse) {
        return new UserError(
                "There is nothing to build in " + warehouse,
                "No messages were ingested into this warehouse",
                "Take logs in first: ./threadline ingest --input PATH, or both at once: ./threadline run --input PATH");
    }

    public static UserError noWarehouse(String place) {
        return new UserError(
                "There is no warehouse in " + place,
                "None of its tables is there",
                "Correct --warehouse, or the configuration's; a new one is made by ./threadline run --input PATH");
    }

    public static UserError nothingToBuild(String warehouse, Optional<Instant> asOf) {
        return new UserError(
                "There is nothing to build in " + warehouse,
                asOf.map(instant -> "it has no messages sent at or before " + instant)
                        .orElse("it has no accepted messages"),
                asOf.isPresent()
                        ? "Ask for a later --as-of, or leave it out for the newest message"
                        : "Look at what was refused with ./threadline status, then ingest logs again");
    }

    public static UserError nothingPublished(String warehouse) {
        return new UserError(
                "Nothing is published in " + warehouse,
                "There is nothing to go back from",
                "Publish with ./threadline run --input PATH");
    }

    public static UserError publishedMeanwhile(long publicationId) {
        return UserError.passing(
                "Another run published " + publicationId + " while this one was at work",
                "Two publications would bear one number",
                "Run again; readers see publication " + publicationId,
                null);
    }

    public static UserError noPublication(long publicationId, String warehouse) {
        return new UserError(
                "There is no publication " + publicationId + " in " + warehouse,
                "Publications are numbered from 1",
                "See them with ./threadline sql \"SELECT publication_id, published_at FROM publications\"");
    }

    public static UserError noEarlierPublication(long publicationId) {
        return new UserError(
                "Publication " + publicationId + " is the first",
                "No earlier one showed other tables",
                "Name one with --rollback=N, or build anew");
    }

    public static UserError notWhole(long publicationId, String warehouse) {
        return new UserError(
                "Publication " + publicationId + " in " + warehouse + " cannot be shown again",
                "It was retired by maintain, or a customer in it was forgotten, so not all of its tables are left",
                "Name a later one with --rollback=N, or build anew");
    }

    public static UserError nothingToCompare(String warehouse) {
        return new UserError(
                "Nothing is published in " + warehouse,
                "There is nothing to compare with",
                "Publish with ./threadline build");
    }

    public static UserError nobodyToAsk() {
        return new UserError(
                "Nothing was published",
                "There is no terminal to ask at whether the differences are wanted",
                "Add --yes to publish without being asked; readers see what they saw");
    }

    public static UserError notWanted() {
        return new UserError(
                "Nothing was published",
                "The differences were not wanted",
                "Mend the configuration or the log and rebuild; readers see what they saw");
    }

    public static UserError badInstant(String option, String value) {
        return new UserError(
                option + " " + value + " is no instant",
                "It takes an ISO-8601 instant with an offset or Z",
                "Write it as " + option + " 2026-03-31T23:59:59Z");
    }

    public static UserError cannotWrite(Path file, @Nullable Throwable cause) {
        return new UserError(
                "The file " + file + " cannot be written",
                "Its folder is not there, or there is no room or no right to write in it",
                "Name a file in such a folder with --report, --receipt or --out",
                cause);
    }

    public static UserError forgetsUnderOtherSettings(long publicationId) {
        return new UserError(
                "Nobody was forgotten: publication " + publicationId + " was made under other settings or definitions",
                "To forget somebody the tables are built anew, and no number may change by that",
                "Name the configuration that the last run had with --config, or publish under this one first with"
                        + " ./threadline build");
    }

    public static UserError unreadableCustomers(Path file, Throwable cause) {
        return new UserError(
                "The file of customers " + file + " cannot be read",
                "There is no such file, or it may not be read",
                "Check the path of --file; it takes one id per line, - for the standard input",
                cause);
    }

    public static UserError noCustomers() {
        return new UserError(
                "Nobody was named who is to be forgotten",
                "The file has no line with an id",
                "Write one customer_id per line, or name them with --customer");
    }

    /**
     * More was refused than the configuration allows.
     *
     * @param warehouse where the refused records are; none if it is gone after the run
     */
    public static UserError tooManyRejects(IngestReport report, Percentage allowed, Optional<String> warehouse) {
        String examples = report.examples().stream()
                .map(example -> example.reason() + " at " + example.file()
                        + (example.firstLine() == null ? "" : ":" + example.firstLine()))
                .collect(Collectors.joining(", "));
        return new UserError(
                String.format(
                        Locale.ROOT,
                        "Refused %,d of %,d records, more than max-rejects %s allows; nothing was taken in or published",
                        report.rejected(),
                        report.read(),
                        allowed),
                "First of each reason: " + examples,
                warehouse
                                .map(where -> "Look at them with ./threadline sql --warehouse " + where
                                        + " \"SELECT * FROM rejected_records\", then mend")
                                .orElse("Mend")
                        + " the log or the source mapping, or raise max-rejects in threadline.yml");
    }

    public static UserError brokenGold(String file, long line) {
        return new UserError(
                "Line " + line + " of the file of true conversations " + file + " cannot be read",
                "A quote in it is not closed or does not end its field, or it has another number of fields than the first line",
                "Correct that line; a quote within quotes is written twice");
    }

    public static UserError contradictoryGold(String path, String message) {
        return new UserError(
                "The file of true conversations " + path + " contradicts itself",
                "It names two conversations for " + message + ", and perhaps for others",
                "Leave one row for each message; where threads of several sources have the same id, add a column source");
    }

    public static UserError goldWithoutColumns(String path, List<String> columns, List<String> conversationColumns) {
        return new UserError(
                "The file of true conversations " + path + " lacks a column",
                (columns.isEmpty() ? "it is empty" : "it has " + String.join(", ", columns))
                        + "; needed are thread_id, message_id and one of " + String.join(", ", conversationColumns),
                "Name the columns so in its first line");
    }

    public static UserError emptyGold(String path) {
        return new UserError(
                "The file of true conversations " + path + " has no labels",
                "No row has a thread, a message and a conversation",
                "Hand in a file with one row per message whose conversation is known");
    }

    public static UserError goldOfAnotherLog(String path, long labels) {
        return new UserError(
                "None of the " + labels + " labels of " + path + " belongs to a message of the log",
                "thread_id and message_id must be those of the log after the source mapping",
                "Compare the ids of both files, and look at the mapping that the log was taken in by");
    }

    public static UserError unknownPolicy(String policy) {
        return new UserError(
                "There is no policy " + policy,
                "A policy is silence, learned, learned:FILE or a fixed gap such as 36h",
                "Name one of these after --policy");
    }

    public static UserError negativeWorst(int worst) {
        return new UserError(
                "--worst " + worst + " is not possible", "it is a number of threads", "Write 0 to name none");
    }

    public static UserError tooFewFolds(int folds) {
        return new UserError(
                "--k-fold " + folds + " is not possible",
                "What is scored on one fold is fitted on the others: it takes at least 2",
                "Ask for more folds (5 is usual), or leave --k-fold out");
    }

    public static UserError tooManyFolds(int folds, int threads) {
        return new UserError(
                "--k-fold " + folds + " is not possible",
                "There is at most one per labelled thread; there are " + threads,
                "Ask for fewer folds (5 is usual), or leave --k-fold out");
    }
}
