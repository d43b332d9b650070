package dev.threadline.ingestion.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** How values are encoded: as Parquet does by default, but for the dictionaries of texts. */
public final class Encodings implements ValuesWriterFactory {

    private final ValuesWriterFactory others = new DefaultV1ValuesWriterFactory();
    private @Nullable ParquetProperties properties;

    @Override
    public void initialize(ParquetProperties given) {
        properties = given;
        others.initialize(given);
    }

    @Override
    public ValuesWriter newValuesWriter(ColumnDescriptor column) {
        return properties != null
                        && column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                        && properties.isDictionaryEnabled(column)
                ? texts(properties)
                : others.newValuesWriter(column);
    }

    private static ValuesWriter texts(ParquetProperties properties) {
        return FallbackValuesWriter.of(
                new RecurringTexts(properties.getDictionaryPageSizeThreshold(), properties.getAllocator()),
                new PlainValuesWriter(
                        properties.getInitialSlabSize(), properties.getPageSizeThreshold(), properties.getAllocator()));
    }
}
