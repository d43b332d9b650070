package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.storage.LocalFolder;
import dev.threadline.dashboard.storage.Storage;
import dev.threadline.dashboard.storage.StoredFile;
import dev.threadline.dashboard.warehouse.PinnedTable.PinnedColumn;
import io.delta.kernel.Snapshot;
import io.delta.kernel.SnapshotBuilder;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The Delta tables of a warehouse, listed by Delta Kernel where they lie. */
public final class DeltaTables {

    private static final String LOG = "_delta_log";

    private final Storage storage;
    private final Engine engine;

    /** The tables in a folder of this machine. */
    public DeltaTables(Path directory) {
        this(new LocalFolder(directory));
    }

    public DeltaTables(Storage storage) {
        this.storage = storage;
        this.engine = DefaultEngine.create(storage.hadoop());
    }

    /** Whether the table has a log. */
    public boolean has(String table) {
        return storage.hasFolder(log(table));
    }

    /** The newest commit of a table, by the names of the files in its log: cheap enough to ask every second. */
    public OptionalLong newestVersion(String table) {
        return storage.names(log(table)).stream()
                .filter(name -> name.matches("\\d{20}\\.json"))
                .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                .max();
    }

    private static String log(String table) {
        return table + '/' + LOG;
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
        return storage.place() + '/' + table;
    }

    private PinnedTable pin(String table, SnapshotBuilder builder) {
        try {
            Snapshot snapshot = builder.build(engine);
            if (snapshot.getTableProperties().containsKey("delta.columnMapping.mode")) {
                throw DashboardErrors.unreadable(table, storage.place(), "its columns are mapped to other names");
            }
            List<PinnedColumn> columns = snapshot.getSchema().fields().stream()
                    .map(DeltaTables::column)
                    .toList();
            return new PinnedTable(table, snapshot.getVersion(), columns, local(table, snapshot), null);
        } catch (KernelEngineException refused) {
            throw DashboardErrors.storeRefuses(storage.place(), refused);
        } catch (KernelException | IOException unreadable) {
            throw DashboardErrors.unreadable(table, storage.place(), String.valueOf(unreadable.getMessage()));
        }
    }

    private List<String> local(String table, Snapshot snapshot) throws IOException {
        List<StoredFile> files = files(table, snapshot);
        try {
            return storage.local(files);
        } catch (FileNotFoundException gone) {
            throw DashboardErrors.filesGone(table, storage.place(), snapshot.getVersion());
        } catch (IOException refused) {
            throw DashboardErrors.storeRefuses(storage.place(), refused);
        }
    }

    private List<StoredFile> files(String table, Snapshot snapshot) throws IOException {
        List<StoredFile> files = new ArrayList<>();
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

    private StoredFile file(String table, Row row) {
        if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null) {
            throw DashboardErrors.deletionVectors(table, path(table));
        }
        FileStatus file = InternalScanFileUtils.getAddFileStatus(row);
        return new StoredFile(file.getPath(), file.getSize());
    }

    private static PinnedColumn column(StructField field) {
        String comment = Optional.ofNullable(field.getMetadata().get("comment"))
                .map(Object::toString)
                .orElse("");
        return new PinnedColumn(field.getName(), DuckDbTypes.of(field.getDataType()), comment);
    }
}
