package dev.threadline.ingestion.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * One Parquet file of records, written column by column. Parquet's own writer takes a record at a time and fetches for
 * each value what its column needs; here columns take some records at a time, which is about twice as fast.
 *
 * @param <T> a record; it must not change once it was written
 */
public final class ColumnFile<T> implements AutoCloseable {

    /** Records that the columns take at a time: few enough to lie in a processor's cache. */
    private static final int BLOCK = 64;

    /** Asking all columns how much they hold is dear. */
    private static final int BLOCKS_PER_SIZE_CHECK = 16;

    private final List<? extends Field<T>> fields;
    private final MessageType schema;
    private final ParquetProperties properties;
    private final CodecFactory codecs;
    private final ParquetFileWriter file;
    private final List<T> block = new ArrayList<>(BLOCK);
    private @Nullable RowGroup<T> group;
    private int blocks;

    public ColumnFile(
            Path path,
            Configuration hadoop,
            List<? extends Field<T>> fields,
            MessageType schema,
            ParquetProperties properties)
            throws IOException {
        this.fields = fields;
        this.schema = schema;
        this.properties = properties;
        this.codecs = new CodecFactory(hadoop, properties.getPageSizeThreshold());
        this.file = new ParquetFileWriter(
                HadoopOutputFile.fromPath(path, hadoop),
                schema,
                ParquetFileWriter.Mode.CREATE,
                ParquetWriter.DEFAULT_BLOCK_SIZE,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                (FileEncryptionProperties) null,
                properties);
        file.start();
    }

    public void write(T entity) throws IOException {
        block.add(entity);
        if (block.size() == BLOCK) {
            takeBlock();
        }
    }

    /** Completes the file and tells what it holds. */
    public ParquetMetadata finish() throws IOException {
        takeBlock();
        writeGroup();
        file.end(Map.of());
        return file.getFooter();
    }

    private void takeBlock() throws IOException {
        if (block.isEmpty()) {
            return;
        }
        if (group == null) {
            group = new RowGroup<>(fields, schema, properties, codecs.getCompressor(CompressionCodecName.SNAPPY));
        }
        group.write(block);
        block.clear();
        blocks++;
        if (isFull(group)) {
            writeGroup();
        }
    }

    private boolean isFull(RowGroup<T> held) {
        return held.rows() >= properties.getRowGroupRowCountLimit()
                || (blocks % BLOCKS_PER_SIZE_CHECK == 0 && held.size() >= ParquetWriter.DEFAULT_BLOCK_SIZE);
    }

    private void writeGroup() throws IOException {
        if (group != null) {
            group.writeTo(file);
            group.close();
            group = null;
        }
    }

    /** Lets go of what it holds; a file that is not finished then is none. */
    @Override
    public void close() throws IOException {
        try (file) {
            if (group != null) {
                group.close();
                group = null;
            }
        } finally {
            codecs.release();
        }
    }
}
