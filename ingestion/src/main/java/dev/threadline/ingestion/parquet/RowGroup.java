package dev.threadline.ingestion.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/** The rows of a file that its columns hold in memory, encoded, until they are written together. */
final class RowGroup<T> implements AutoCloseable {

    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore columns;
    private final List<Field.Values<T>> values;
    private long rows;

    RowGroup(
            List<? extends Field<T>> fields,
            MessageType schema,
            ParquetProperties properties,
            BytesInputCompressor compressor) {
        pages = new ColumnChunkPageWriteStore(
                compressor, schema, properties.getAllocator(), properties.getColumnIndexTruncateLength());
        columns = properties.newColumnWriteStore(schema, pages);
        values = fields.stream().map(field -> field.open(leaves(field, schema))).toList();
    }

    private List<ColumnWriter> leaves(Field<T> field, MessageType schema) {
        return schema.getColumns().stream()
                .filter(leaf -> leaf.getPath()[0].equals(field.parquet().getName()))
                .map(columns::getColumnWriter)
                .toList();
    }

    /** One column after the other: what a column needs is at hand then, where it would be fetched for every single value. */
    void write(List<T> records) {
        for (Field.Values<T> column : values) {
            column.write(records);
        }
        for (int i = 0; i < records.size(); i++) {
            columns.endRecord();
        }
        rows += records.size();
    }

    long rows() {
        return rows;
    }

    /** Bytes held. */
    long size() {
        return columns.getBufferedSize();
    }

    void writeTo(ParquetFileWriter file) throws IOException {
        file.startBlock(rows);
        columns.flush();
        pages.flushToFileWriter(file);
        file.endBlock();
    }

    @Override
    public void close() {
        columns.close();
        pages.close();
    }
}
