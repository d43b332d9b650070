package dev.threadline.ingestion.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes many small files of a table again as few larger ones, with the same rows. Files are joined with those that came
 * at about the same time, so that readers can still skip files by time.
 */
public final class Compaction {

    /** Readers take about this much at once. */
    public static final long FILE_BYTES = 128L << 20;

    /** Fewer small files are not worth being written again. */
    public static final int FEWEST_FILES = 4;

    private final Warehouse warehouse;
    private final long fileBytes;

    public Compaction(Warehouse warehouse) {
        this(warehouse, FILE_BYTES);
    }

    Compaction(Warehouse warehouse, long fileBytes) {
        this.warehouse = warehouse;
        this.fileBytes = fileBytes;
    }

    /**
     * What became of a table.
     *
     * @param versionBefore the Delta version that was read
     * @param version the one that holds the same rows now
     */
    public record Compacted(long filesBefore, long filesAfter, long versionBefore, long version) {}

    /**
     * Compacts a table, in one transaction.
     *
     * @param atMs when, epoch milliseconds
     * @throws io.delta.exceptions.DeltaConcurrentModificationException if another run changed the table meanwhile
     */
    public Compacted run(Table<?> table, long atMs) {
        DeltaLog log = warehouse.log(table);
        Snapshot snapshot = log.update(false, Option.empty(), Option.empty());
        List<AddFile> present = FileListing.of(log, snapshot.version());
        long files = present.size();
        List<List<AddFile>> groups = files < FEWEST_FILES ? List.of() : groups(present);
        if (groups.isEmpty()) {
            return new Compacted(files, files, snapshot.version(), snapshot.version());
        }
        OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.apply(snapshot));
        transaction.readWholeTable();
        List<Action> actions = new ArrayList<>();
        for (List<AddFile> group : groups) {
            actions.addAll(written(transaction, log, snapshot, group));
            group.forEach(file -> actions.add(file.removeWithTimestamp(atMs, false)));
        }
        long version = transaction.commit(
                seq(actions),
                new DeltaOperations.Optimize(seq(List.of()), seq(List.of()), false, Option.empty(), false));
        long joined = groups.stream().mapToLong(List::size).sum();
        return new Compacted(files, files - 2 * joined + actions.size(), snapshot.version(), version);
    }

    /** Runs of small files, in the order in which they came, each as large as one file shall be. */
    private List<List<AddFile>> groups(List<AddFile> files) {
        List<AddFile> small = files.stream()
                .filter(file -> file.size() < fileBytes / 2)
                .sorted(Comparator.comparingLong(AddFile::modificationTime).thenComparing(AddFile::path))
                .toList();
        List<List<AddFile>> groups = new ArrayList<>();
        List<AddFile> group = new ArrayList<>();
        long bytes = 0;
        for (AddFile file : small) {
            if (bytes + file.size() > fileBytes) {
                groups.add(group);
                group = new ArrayList<>();
                bytes = 0;
            }
            group.add(file);
            bytes += file.size();
        }
        groups.add(group);
        groups.removeIf(few -> few.size() < FEWEST_FILES);
        return groups;
    }

    private static List<Action> written(
            OptimisticTransaction transaction, DeltaLog log, Snapshot snapshot, List<AddFile> group) {
        Dataset<Row> rows =
                log.createDataFrame(snapshot, seq(group), false, Option.empty()).coalesce(1);
        List<Action> added = new ArrayList<>();
        for (FileAction action : CollectionConverters.asJava(transaction.writeFiles(rows, Option.empty()))) {
            added.add(action instanceof AddFile file ? withSameRows(file) : action);
        }
        return added;
    }

    private static AddFile withSameRows(AddFile file) {
        return file.copy(
                file.path(),
                file.partitionValues(),
                file.size(),
                file.modificationTime(),
                false,
                file.stats(),
                file.tags(),
                file.deletionVector(),
                file.baseRowId(),
                file.defaultRowCommitVersion(),
                file.clusteringProvider(),
                file.backReference(),
                file.amtPassthrough());
    }

    private static <T> Seq<T> seq(List<T> elements) {
        return CollectionConverters.asScala(elements).toSeq();
    }
}
