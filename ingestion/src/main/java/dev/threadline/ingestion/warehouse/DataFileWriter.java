package dev.threadline.ingestion.warehouse;

import dev.threadline.ingestion.parquet.ColumnFile;
import dev.threadline.ingestion.parquet.Encodings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of a table to one Parquet file in its folder, from wherever they are: a task or the driver. The file
 * becomes part of the table by {@link TableWriter}; one that is closed without being finished is deleted.
 *
 * <p>It spares a build the rows, encoders, generated code and statistics jobs of a data frame's write, and lets one walk
 * feed several tables.
 */
public final class DataFileWriter<T> implements AutoCloseable {

    private final Table<T> table;
    private final Configuration hadoop;
    private final Path path;
    private @Nullable ColumnFile<T> file;
    private long rows;

    /** A file is only made once there is a first record. */
    DataFileWriter(Table<T> table, String folder, Configuration hadoop) {
        this.table = table;
        this.hadoop = hadoop;
        this.path = new Path(folder, "part-" + UUID.randomUUID() + ".snappy.parquet");
    }

    public void write(T entity) {
        try {
            if (file == null) {
                file = new ColumnFile<>(path, hadoop, table.columns(), table.parquet(), properties());
            }
            file.write(table.kept(entity));
            rows++;
        } catch (IOException cause) {
            throw new UncheckedIOException(path.toString(), cause);
        }
    }

    /** Completes the file; none if nothing was written. */
    public Optional<DataFile> finish() {
        if (file == null) {
            return Optional.empty();
        }
        try {
            ParquetMetadata footer = file.finish();
            file.close();
            file = null;
            FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
            return Optional.of(new DataFile(
                    path.getName(),
                    status.getLen(),
                    status.getModificationTime(),
                    rows,
                    FileStatistics.json(footer, table.statisticsColumns())));
        } catch (IOException cause) {
            throw new UncheckedIOException(path.toString(), cause);
        }
    }

    /** Gives up an unfinished file. */
    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException | RuntimeException unfinished) {
            // It is deleted: that its last bytes could not be written matters no more than why.
        }
        try {
            path.getFileSystem(hadoop).delete(path, false);
        } catch (IOException cause) {
            throw new UncheckedIOException(path.toString(), cause);
        }
    }

    private ParquetProperties properties() {
        ParquetProperties.Builder properties = ParquetProperties.builder()
                .withValuesWriterFactory(new Encodings())
                // Histograms of levels and bytes that none of our readers looks at.
                .withSizeStatisticsEnabled(false);
        for (Column<T, ?> column : table.columns()) {
            properties
                    .withDictionaryEncoding(column.name(), column.recurs())
                    .withStatisticsEnabled(
                            column.name(),
                            !column.isText() || table.statisticsColumns().contains(column.name()));
        }
        return properties.build();
    }
}
