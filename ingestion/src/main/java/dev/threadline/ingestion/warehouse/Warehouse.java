package dev.threadline.ingestion.warehouse;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.SparkFailures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * A folder on any Hadoop file system that holds one Delta table in each of its sub-folders, named as the table.
 *
 * <p>It also answers what is there: whether a table exists, its newest version, its rows now or as of a version.
 */
public final class Warehouse {

    /** In place of the version of a table that does not exist. */
    public static final long NO_VERSION = -1;

    private static final Map<String, String> IMPATIENCE =
            Map.of("fs.s3a.retry.limit", "2", "fs.s3a.attempts.maximum", "2", "fs.azure.io.retry.max.retries", "2");

    private final SparkSession spark;
    private final Path root;

    /**
     * A warehouse at {@code root}; the folder need not exist yet.
     *
     * @param root a local path, or a URI such as {@code s3a://bucket/warehouse}
     */
    public Warehouse(SparkSession spark, String root) {
        this.spark = spark;
        this.root = qualified(spark, root);
    }

    public SparkSession spark() {
        return spark;
    }

    /** The root folder as a full URI. */
    public String root() {
        return root.toString();
    }

    /** The folder of a table as a full URI. */
    public String location(Table<?> table) {
        return path(table).toString();
    }

    /** For writing data files, here or in tasks. */
    public DataFiles dataFiles() {
        return new DataFiles(root(), spark.sessionState().newHadoopConf());
    }

    /** For writing files that belong to no table, in folders named as tables under a folder of the warehouse. */
    public DataFiles scratchFiles(String folder) {
        return new DataFiles(
                new Path(root, folder).toString(), spark.sessionState().newHadoopConf());
    }

    /** Deletes a folder of scratch files. */
    public void deleteScratch(String folder) {
        Path path = new Path(root, folder);
        try {
            path.getFileSystem(spark.sessionState().newHadoopConf()).delete(path, true);
        } catch (IOException cause) {
            throw new UncheckedIOException(path.toString(), cause);
        }
    }

    /**
     * Deletes what runs that came to no end left of their scratch folders.
     *
     * @param kind the folder in which each run has one of its own
     * @param writtenBefore a younger folder may belong to a run that is at work
     * @return how many such younger folders there are
     */
    public long deleteScratch(String kind, Instant writtenBefore) {
        long left = 0;
        try {
            FileSystem system = root.getFileSystem(spark.sessionState().newHadoopConf());
            FileStatus[] runs = system.listStatus(new Path(root, kind));
            for (FileStatus run : runs) {
                if (run.getModificationTime() < writtenBefore.toEpochMilli()) {
                    system.delete(run.getPath(), true);
                } else {
                    left++;
                }
            }
        } catch (FileNotFoundException none) {
            return 0;
        } catch (IOException cause) {
            throw new UncheckedIOException(root(), cause);
        }
        return left;
    }

    /** Whether the table has been written at least once. */
    public boolean has(Table<?> table) {
        return log(table).tableExists();
    }

    /** Whether the table does not exist or has no rows in its newest version. */
    public boolean isEmpty(Table<?> table) {
        return !has(table) || at(table, version(table)).files().isEmpty();
    }

    /**
     * Begins to find out what files these tables have, one after the other, while the caller does something else. What is
     * found is known by the time it is asked for; what goes wrong goes wrong again then, where somebody can tell.
     */
    public void lookAhead(Table<?>... tables) {
        Thread looking = new Thread(() -> Stream.of(tables).forEach(this::isEmpty), "looking ahead");
        looking.setUncaughtExceptionHandler((thread, failure) -> {});
        looking.setDaemon(true);
        looking.start();
    }

    /** The newest Delta version of the table; a user error if there is no such table. */
    public long version(Table<?> table) {
        requireTable(table);
        return snapshot(table).version();
    }

    /** The newest Delta version of the table, or {@link #NO_VERSION}. */
    public long versionIfAny(Table<?> table) {
        return has(table) ? snapshot(table).version() : NO_VERSION;
    }

    /** Whether the table's newest version has a column; false if there is no such table. */
    public boolean hasColumn(Table<?> table, String column) {
        return has(table)
                && Arrays.asList(snapshot(table).schema().fieldNames()).contains(column);
    }

    /** Whether the table's newest version says of a column what its description says now. */
    public boolean describesAsNow(Table<?> table, String column) {
        return hasColumn(table, column)
                && snapshot(table).schema().apply(column).equals(table.schema().apply(column));
    }

    /** Whether two versions of a table have the same files, and so the same rows; its settings may differ. */
    public boolean haveSameFiles(Table<?> table, long version, long other) {
        return version == other
                || at(table, version).files().equals(at(table, other).files());
    }

    /** The rows of the newest version; a user error if there is no such table. */
    public Dataset<Row> read(Table<?> table) {
        return readAt(table, version(table));
    }

    /** The rows as of a Delta version; a user error if there is no such table. */
    public Dataset<Row> readAt(Table<?> table, long version) {
        return at(table, version).rows();
    }

    /** The table as of a Delta version, file by file; a user error if there is no such table. */
    public TableVersion at(Table<?> table, long version) {
        requireTable(table);
        return new TableVersion(log(table), version);
    }

    /** Delta's view of the table; it lists the folder once and is cached by Delta from then on. */
    DeltaLog log(Table<?> table) {
        return DeltaLog.forTable(spark, path(table));
    }

    /** Delta's view of the newest version. */
    Snapshot snapshot(Table<?> table) {
        return log(table).update(false, Option.empty(), Option.empty());
    }

    private Path path(Table<?> table) {
        return new Path(root, table.name());
    }

    private void requireTable(Table<?> table) {
        if (!has(table)) {
            throw IngestionErrors.missingTable(root(), table.name());
        }
    }

    /** Fails soon where nobody answers: for a run that is under way the connector is patient for many minutes. */
    private static void reach(Path root, Configuration hadoop) throws IOException {
        Configuration impatient = new Configuration(hadoop);
        IMPATIENCE.forEach(impatient::set);
        try (FileSystem store = FileSystem.newInstance(root.toUri(), impatient)) {
            store.exists(root);
        }
    }

    private static Path qualified(SparkSession spark, String root) {
        Path given = new Path(root);
        Configuration hadoop = spark.sessionState().newHadoopConf();
        try {
            FileSystem files = given.getFileSystem(hadoop);
            Path qualified = given.makeQualified(files.getUri(), files.getWorkingDirectory());
            if (!(files instanceof LocalFileSystem)) {
                reach(qualified, hadoop);
            }
            return qualified;
        } catch (IOException | RuntimeException cause) {
            throw SparkFailures.explained(cause, root);
        }
    }
}
