package dev.threadline.ingestion.warehouse;

import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The files that a table consists of at a version, read off its log by Delta Kernel. To ask Delta on Spark takes four Spark
 * jobs a table: most of what a run on a small log would do.
 */
final class FileListing {

    private FileListing() {}

    /** The files of a version as Delta's actions; none of a version before the first. */
    static List<AddFile> of(DeltaLog log, long version) {
        if (version < 0) {
            return List.of();
        }
        Engine engine = DefaultEngine.create(log.newDeltaHadoopConf());
        ScanImpl scan = (ScanImpl) TableManager.loadSnapshot(log.dataPath().toString())
                .atVersion(version)
                .build(engine)
                .getScanBuilder()
                .build();
        List<AddFile> files = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                batches.next()
                        .getRows()
                        .map(row -> row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL))
                        .map(io.delta.kernel.internal.actions.AddFile::new)
                        .forEachRemaining(file -> files.add(action(file, log)));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(log.dataPath().toString(), cause);
        }
        return files;
    }

    /** A finished file as Delta's action; our tables have no partition columns. */
    static AddFile action(DataFile file) {
        return action(file.name(), Map.of(), file.bytes(), file.modifiedAt(), Optional.of(file.statistics()));
    }

    private static AddFile action(io.delta.kernel.internal.actions.AddFile file, DeltaLog log) {
        if (file.getDeletionVector().isPresent()) {
            throw new IllegalStateException("table " + log.dataPath() + " has deletion vectors, which Threadline never"
                    + " writes; rewrite it with REORG TABLE ... APPLY (PURGE)");
        }
        Map<String, String> partition = VectorUtils.toJavaMap(file.getPartitionValues());
        return action(file.getPath(), partition, file.getSize(), file.getModificationTime(), file.getStatsJson());
    }

    private static AddFile action(
            String path, Map<String, String> partition, long bytes, long modifiedAt, Optional<String> statistics) {
        return new AddFile(
                path,
                scala.collection.immutable.Map.from(CollectionConverters.asScala(partition)),
                bytes,
                modifiedAt,
                true,
                statistics.orElse(null),
                null,
                null,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }
}
