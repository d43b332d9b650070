package dev.threadline.ingestion.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.jspecify.annotations.Nullable;

/**
 * Deletes data files that no version needs any more that somebody may read. Delta's own VACUUM knows of no publications:
 * it would break those that pin an older version.
 */
public final class Vacuum {

    private final Warehouse warehouse;

    public Vacuum(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * What may go.
     *
     * @param removedBefore files that a version before this instant was the last to hold; readers had time to go on
     * @param writtenBefore files that no version ever held, written before this instant: of a run that came to no end; a
     *     younger one may belong to a run that is at work
     */
    public record Limits(Instant removedBefore, Instant writtenBefore) {}

    /**
     * What there was and what was deleted.
     *
     * @param unfinished files left that no version holds, too young to tell whether a run is still at work on them
     */
    public record Freed(long filesBefore, long bytesBefore, long files, long bytes, long unfinished) {

        /** Of two tables together. */
        public Freed and(Freed other) {
            return new Freed(
                    filesBefore + other.filesBefore,
                    bytesBefore + other.bytesBefore,
                    files + other.files,
                    bytes + other.bytes,
                    unfinished + other.unfinished);
        }
    }

    /**
     * Deletes what neither the newest version of a table nor one of {@code kept} holds, within limits.
     *
     * @param kept the versions that publications pin
     */
    public Freed run(Table<?> table, Set<Long> kept, Limits limits) {
        Path folder = new Path(warehouse.location(table));
        Snapshot newest = warehouse.snapshot(table);
        try {
            FileSystem system =
                    folder.getFileSystem(warehouse.spark().sessionState().newHadoopConf());
            List<FileStatus> files = dataFiles(system, folder);
            Set<String> needed = names(table, newest.version());
            if (files.size() == needed.size()) {
                return new Freed(files.size(), bytes(files), 0, 0, 0);
            }
            kept.forEach(version -> needed.addAll(names(table, version)));
            return delete(system, files, needed, removals(newest), limits);
        } catch (IOException cause) {
            throw new UncheckedIOException(folder.toString(), cause);
        }
    }

    private static Freed delete(
            FileSystem system, List<FileStatus> files, Set<String> needed, Map<String, Long> removals, Limits limits)
            throws IOException {
        List<FileStatus> deleted = new ArrayList<>();
        long unfinished = 0;
        for (FileStatus file : files) {
            String name = file.getPath().getName();
            if (needed.contains(name)) {
                continue;
            }
            Long removedAt = removals.get(name);
            if (isOver(file, removedAt, limits)) {
                system.delete(file.getPath(), false);
                deleted.add(file);
            } else if (removedAt == null) {
                unfinished++;
            }
        }
        return new Freed(files.size(), bytes(files), deleted.size(), bytes(deleted), unfinished);
    }

    private static long bytes(List<FileStatus> files) {
        return files.stream().mapToLong(FileStatus::getLen).sum();
    }

    private static boolean isOver(FileStatus file, @Nullable Long removedAt, Limits limits) {
        return removedAt == null
                ? file.getModificationTime() < limits.writtenBefore().toEpochMilli()
                : removedAt < limits.removedBefore().toEpochMilli();
    }

    private static List<FileStatus> dataFiles(FileSystem system, Path folder) throws IOException {
        return Arrays.stream(system.listStatus(folder))
                .filter(FileStatus::isFile)
                .filter(file -> !file.getPath().getName().startsWith("_"))
                .toList();
    }

    private Set<String> names(Table<?> table, long version) {
        return FileListing.of(warehouse.log(table), version).stream()
                .map(file -> file.toPath().getName())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** When files were removed that a version held, as far back as Delta remembers it, in epoch milliseconds. */
    private static Map<String, Long> removals(Snapshot newest) {
        Map<String, Long> removals = new HashMap<>();
        for (RemoveFile file : newest.tombstones().collectAsList()) {
            removals.put(new Path(file.path()).getName(), file.delTimestamp());
        }
        return removals;
    }
}
