package dev.threadline.dashboard.error;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Every mistake a user of the dashboard can make: the problem, why, what to do. */
public final class DashboardErrors {

    private static final String MAKE_ONE = "Make one with `./threadline run --input PATH`, or try `./threadline demo`.";

    private static final String FORGOTTEN = "a customer in it was forgotten";

    private DashboardErrors() {}

    public static UserError noWarehouse(String directory) {
        return new UserError("There is no warehouse in %s. %s".formatted(directory, MAKE_ONE));
    }

    public static UserError notAFolder(String named) {
        return new UserError(
                "%s is no folder and no address. Name one with --warehouse, such as /data/warehouse or s3a://bucket/warehouse."
                        .formatted(named));
    }

    public static UserError storeRefuses(String place, Throwable refused) {
        Throwable cause = refused;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ClassNotFoundException || cause instanceof UnsupportedFileSystemException) {
            return new UserError(
                    ("There is no connector for %s (%s). s3a: comes with Threadline; name the jars of others in"
                                    + " THREADLINE_CLASSPATH, as docs/cluster.md says.")
                            .formatted(place, cause.getMessage()));
        }
        return new UserError(
                ("%s cannot be read: %s. See that it is there, and in a store that storage: in threadline.yml or --conf"
                                + " (docs/cluster.md) say where it is and who asks.")
                        .formatted(place, firstLine(cause)));
    }

    public static UserError notAStorageSetting(String key) {
        return new UserError(
                "%s is no setting of a file system. Write for example --conf spark.hadoop.fs.s3a.endpoint=https://host:9000."
                        .formatted(key));
    }

    public static UserError cacheUnusable(Path folder, IOException refused) {
        return new UserError(
                ("Files of the warehouse cannot be kept in %s (%s). Name a folder for them with cache: { dir: ... } under"
                                + " dashboard: in threadline.yml.")
                        .formatted(folder, refused));
    }

    private static String firstLine(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }

    public static UserError nothingPublished(String directory) {
        return new UserError(
                "The warehouse in %s has no publication yet. Publish with `./threadline build`, or from raw"
                                .formatted(directory)
                        + " logs with `./threadline run --input PATH`.");
    }

    public static UserError noPublication(long publicationId, String directory) {
        return new UserError(("There is no publication %d in %s. See them with"
                        + " `./threadline sql \"SELECT publication_id, published_at FROM publications\"`.")
                .formatted(publicationId, directory));
    }

    public static UserError retired(long publicationId, Instant retiredAt) {
        return new UserError(
                ("Publication %d cannot be asked any more: `./threadline maintain` gave up its tables on %s, as"
                                + " retain-publications says. See which can be with `./threadline sql \"SELECT publication_id,"
                                + " published_at FROM publications WHERE retired_at IS NULL\"`.")
                        .formatted(publicationId, retiredAt));
    }

    /** What DuckDB failed for, if it was a table that {@link #erased} is said of. */
    public static Optional<NotKept> ofErased(SQLException failure) {
        String said = String.valueOf(failure.getMessage());
        int begin = said.indexOf("Publication ");
        return begin >= 0 && said.indexOf(FORGOTTEN) > begin
                ? Optional.of(new NotKept(said.substring(begin)))
                : Optional.empty();
    }

    /** Asked for a table of which {@link #erased} is said. */
    public static NotKept gone(String table, long publicationId) {
        return new NotKept(erased(table, publicationId));
    }

    /** Why a table with rows of single customers is not there any more in an earlier publication. */
    public static String erased(String table, long publicationId) {
        return ("Publication %d has no %s any more: " + FORGOTTEN + ". Its aggregates (daily_metrics,"
                        + " agent_load, backlog, policy_sensitivity) are there as they were published")
                .formatted(publicationId, table);
    }

    public static NotKept notKept(long publicationId, String why) {
        String problem = "Publication %d cannot be shown".formatted(publicationId);
        return new NotKept(problem + ": " + why, problem + ". Leave it out of the address to see the newest.");
    }

    public static NotKept nothingPublishedBy(LocalDate date) {
        return new NotKept(
                "Nothing was published by the end of %s. The page Data lists the publications.".formatted(date));
    }

    public static UserError deletionVectors(String table, String directory) {
        return new UserError(("Table %s in %s has deletion vectors, which readers of plain Parquet files do not see."
                        + " Rewrite it without: REORG TABLE delta.`%s` APPLY (PURGE), and set"
                        + " delta.enableDeletionVectors = false.")
                .formatted(table, directory, directory.replace("`", "``")));
    }

    public static UserError unreadable(String table, String directory, String why) {
        return new UserError("Table %s in %s cannot be read: %s. Run `./threadline build` to publish it anew."
                .formatted(table, directory, why));
    }

    public static UserError filesGone(String table, String directory, long version) {
        return new UserError(
                ("Files of version %d of table %s in %s are gone; cleaning up removes those that no retained"
                                + " publication needs. Ask a newer publication, or run `./threadline build` to publish anew.")
                        .formatted(version, table, directory));
    }

    public static UserError notOneQuery(String why) {
        return new UserError("Only one SELECT can be asked (also FROM, DESCRIBE, SUMMARIZE, SHOW TABLES): " + why);
    }

    public static UserError badQuery(String why) {
        return new UserError(
                "The query failed: " + why + "\n`SHOW TABLES` and `DESCRIBE conversations` say what there is.");
    }

    public static UserError configuration(Path file, String why) {
        return new UserError("The configuration %s cannot be used: %s".formatted(file, why));
    }

    public static UserError configuration(Path file, List<String> problems) {
        return configuration(
                file,
                String.join("", problems.stream().map("\n  "::concat).toList())
                        + "\nCorrect this; docs/configuration.md and docs/access.md explain every key.");
    }

    public static UserError openToOthers(String host) {
        return new UserError(
                ("The dashboard would listen on %s, for other machines too, and nobody would have to sign in:"
                                + " whoever reaches it could read every number and conversation. Name its users under"
                                + " dashboard: users: in threadline.yml (`./threadline password` makes the hash of a password;"
                                + " docs/access.md explains), or leave --host away to serve this machine only.")
                        .formatted(host));
    }

    public static UserError alertState(Path file, String why) {
        return new UserError(("What is remembered of alerts, %s, cannot be read or written: %s. Name another file with"
                        + " alert-state: under dashboard: in threadline.yml, or delete this one: then alerts that are on"
                        + " are told once more.")
                .formatted(file, why));
    }

    public static UserError unusablePassword(String why) {
        return new UserError("This password cannot be used: " + why + ".");
    }

    public static UserError noPassword() {
        return new UserError("No password was given. Type one when asked, or send it as a line to standard input.");
    }

    public static UserError badQuantity(String text) {
        return new UserError("%s is no number of messages. Write --messages 500k, 1M or 10M.".formatted(text));
    }

    public static UserError unknownBench(int runs, Set<String> parts) {
        return new UserError(
                ("--runs %d --only %s cannot be raced: there is at least one turn, and the parts are a, b, c, d, e"
                                + " and f. See ./threadline bench --help.")
                        .formatted(runs, String.join(",", parts)));
    }

    public static UserError benchWithoutLauncher() {
        return new UserError("The contenders are started by the script threadline. Start the race with it too:"
                + " ./threadline bench.");
    }

    public static UserError portTaken(String host, int port) {
        return new UserError(
                "%s:%d cannot be listened on; it is taken or not of this machine. Choose another with --port."
                        .formatted(host, port));
    }
}
