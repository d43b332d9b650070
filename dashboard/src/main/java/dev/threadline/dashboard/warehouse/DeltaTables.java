package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.warehouse.PinnedTable.PinnedColumn;
import io.delta.kernel.Snapshot;
import io.delta.kernel.SnapshotBuilder;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** The Delta tables in the folder of a warehouse, listed by Delta Kernel. */
public final class DeltaTables {

    private static final String LOG = "_delta_log";

    private final Path directory;
    private final Engine engine = DefaultEngine.create(new Configuration(false));

    public DeltaTables(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    public Path directory() {
        return directory;
    }

    /** Whether the table has a log. */
    public boolean has(String table) {
        return Files.isDirectory(directory.resolve(table).resolve(LOG));
    }

    /** The newest commit of a table, by the names of the files in its log: cheap enough to ask every second. */
    public OptionalLong newestVersion(String table) {
        Path log = directory.resolve(table).resolve(LOG);
        if (!Files.isDirectory(log)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> commits = Files.list(log)) {
            return commits.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d{20}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                    .max();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The table at its newest version. */
    public PinnedTable newest(String table) {
        return pin(table, TableManager.loadSnapshot(path(table)));
    }

    /** The table at a version that a publication pinned. */
    public PinnedTable at(String table, long version) {
        return pin(table, TableManager.loadSnapshot(path(table)).atVersion(version));
    }

    private String path(String table) {
        return directory.resolve(table).toString();
    }

    private PinnedTable pin(String table, SnapshotBuilder builder) {
        try {
            Snapshot snapshot = builder.build(engine);
            if (snapshot.getTableProperties().containsKey("delta.columnMapping.mode")) {
                throw DashboardErrors.unreadable(table, directory, "its columns are mapped to other names");
            }
            List<PinnedColumn> columns = snapshot.getSchema().fields().stream()
                    .map(DeltaTables::column)
                    .toList();
            List<String> files = files(table, snapshot);
            if (!files.stream().allMatch(file -> Files.exists(Path.of(file)))) {
                throw DashboardErrors.filesGone(table, directory, snapshot.getVersion());
            }
            return new PinnedTable(table, snapshot.getVersion(), columns, files, null);
        } catch (KernelException | IOException unreadable) {
            throw DashboardErrors.unreadable(table, directory, String.valueOf(unreadable.getMessage()));
        }
    }

    private List<String> files(String table, Snapshot snapshot) throws IOException {
        List<String> files = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches =
                snapshot.getScanBuilder().build().getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    rows.forEachRemaining(row -> files.add(file(table, row)));
                }
            }
        }
        return files;
    }

    private String file(String table, Row row) {
        if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null) {
            throw DashboardErrors.deletionVectors(table, directory.resolve(table));
        }
        String path = InternalScanFileUtils.getAddFileStatus(row).getPath();
        return path.startsWith("file:") ? path.substring("file:".length()) : path;
    }

    private static PinnedColumn column(StructField field) {
        String comment = Optional.ofNullable(field.getMetadata().get("comment"))
                .map(Object::toString)
                .orElse("");
        return new PinnedColumn(field.getName(), DuckDbTypes.of(field.getDataType()), comment);
    }
}
