package dev.threadline.ingestion.warehouse;

import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.util.FileNames;
import scala.Option;

/** Shortens the log of a table to the versions that somebody may still read. */
public final class LogCleanup {

    /** A reader goes through this many commits without noticing. */
    private static final long COMMITS_WITHOUT_CHECKPOINT = 10;

    private final Warehouse warehouse;

    public LogCleanup(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Writes a checkpoint where readers would have to go through many commits, and deletes what is only needed for versions
     * before {@code oldest}.
     *
     * @param oldest the oldest version that has to stay readable, with all after it
     * @param writtenBefore commits at or after this instant stay too: a run may be at work that began before them
     */
    public void run(Table<?> table, long oldest, Instant writtenBefore) {
        DeltaLog log = warehouse.log(table);
        Snapshot newest = warehouse.snapshot(table);
        try {
            FileSystem system =
                    log.logPath().getFileSystem(warehouse.spark().sessionState().newHadoopConf());
            List<FileStatus> files = Arrays.asList(system.listStatus(log.logPath()));
            long kept = Math.min(oldest, firstCommit(files, writtenBefore.toEpochMilli()));
            if (firstCommit(files, Long.MIN_VALUE) < kept) {
                checkpoint(log, kept);
                deleteBefore(system, files, kept);
            }
            if (newest.version() - newest.checkpointProvider().version() >= COMMITS_WITHOUT_CHECKPOINT) {
                checkpoint(log, newest.version());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(log.logPath().toString(), cause);
        }
    }

    /** The first commit that was written at an instant or later; beyond all of them if there is none. */
    private static long firstCommit(List<FileStatus> files, long writtenAtMs) {
        return files.stream()
                .filter(FileNames::isDeltaFile)
                .filter(file -> file.getModificationTime() >= writtenAtMs)
                .mapToLong(FileNames::deltaVersion)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Delta Kernel writes it without a Spark job; Delta on Spark takes several, most of the time of a small table. */
    private static void checkpoint(DeltaLog log, long version) throws IOException {
        if (!log.checkpointExistsAtVersion(version)) {
            Engine engine = DefaultEngine.create(log.newDeltaHadoopConf());
            TableManager.loadSnapshot(log.dataPath().toString())
                    .atVersion(version)
                    .build(engine)
                    .writeCheckpoint(engine);
        }
    }

    private static void deleteBefore(FileSystem system, List<FileStatus> files, long oldest) throws IOException {
        for (FileStatus file : files) {
            Option<Object> version = FileNames.getFileVersionOpt(file.getPath());
            if (version.isDefined() && (long) version.get() < oldest) {
                system.delete(file.getPath(), false);
            }
        }
    }
}
