package dev.threadline.ingestion.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** A table as of one Delta version: which files it consists of, and the rows of any of them. */
public final class TableVersion {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DeltaLog log;
    private final Snapshot snapshot;
    private final Map<String, AddFile> files;

    TableVersion(DeltaLog log, long version) {
        this.log = log;
        this.snapshot = log.getSnapshotAt(version, Option.empty(), Option.empty(), false);
        this.files =
                FileListing.of(log, version).stream().collect(Collectors.toMap(AddFile::path, Function.identity()));
    }

    public long version() {
        return snapshot.version();
    }

    /** Its files by name. */
    public Map<String, DataFile> files() {
        return files.values().stream().map(TableVersion::dataFile).collect(Collectors.toMap(DataFile::name, f -> f));
    }

    /**
     * How much a table holds.
     *
     * @param newest the greatest instant of a column
     */
    public record Extent(long rows, Instant newest) {}

    /** How much it holds, by its files' statistics; none if there are no rows, or a file has no such statistics. */
    public Optional<Extent> extent(String instantColumn) {
        long rows = 0;
        Instant newest = Instant.MIN;
        for (AddFile file : files.values()) {
            Optional<Extent> ofFile = FileStatistics.extent(file.stats(), instantColumn);
            if (ofFile.isEmpty()) {
                return Optional.empty();
            }
            rows += ofFile.get().rows();
            newest = newest.isAfter(ofFile.get().newest())
                    ? newest
                    : ofFile.get().newest();
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(new Extent(rows, newest));
    }

    /** Names of the files that hold a later instant than this, or may: their statistics do not say. */
    public Set<String> filesAfter(String instantColumn, Instant instant) {
        return files.values().stream()
                .filter(file -> FileStatistics.extent(file.stats(), instantColumn)
                        .map(extent -> extent.newest().isAfter(instant))
                        .orElse(true))
                .map(AddFile::path)
                .collect(Collectors.toSet());
    }

    /** All rows. */
    public Dataset<Row> rows() {
        return rows(files.keySet());
    }

    /** The rows of files named; every name must be one of {@link #files}. */
    public Dataset<Row> rows(Collection<String> names) {
        List<AddFile> some = names.stream().map(this::file).toList();
        return log.createDataFrame(snapshot, CollectionConverters.asScala(some).toSeq(), false, Option.empty());
    }

    AddFile file(String name) {
        AddFile file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException(name + " is no file of version " + snapshot.version());
        }
        return file;
    }

    private static DataFile dataFile(AddFile file) {
        try {
            long rows = JSON.readTree(file.stats()).path("numRecords").asLong();
            return new DataFile(file.path(), file.size(), file.modificationTime(), rows, file.stats());
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("the statistics of " + file.path() + " are no JSON", cause);
        }
    }
}
