package dev.threadline.ingestion.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a data file in the form of Delta's transaction log: the number of rows, and smallest and greatest value
 * and number of nulls of chosen columns, all as Parquet's own footer has them.
 */
final class FileStatistics {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** A longer text helps no reader to skip a file; it is left out rather than cut. */
    private static final int LONGEST_TEXT_BYTES = 64;

    private FileStatistics() {}

    static String json(ParquetMetadata footer, List<String> columns) {
        ObjectNode statistics = JSON.createObjectNode();
        statistics.put(
                "numRecords",
                footer.getBlocks().stream()
                        .mapToLong(BlockMetaData::getRowCount)
                        .sum());
        ObjectNode smallest = statistics.putObject("minValues");
        ObjectNode greatest = statistics.putObject("maxValues");
        ObjectNode nulls = statistics.putObject("nullCount");
        for (String column : columns) {
            Statistics<?> merged = merged(footer, column);
            nulls.put(column, merged.getNumNulls());
            if (merged.hasNonNullValue()) {
                put(smallest, column, merged.type(), merged.genericGetMin());
                put(greatest, column, merged.type(), merged.genericGetMax());
            }
        }
        return statistics.toString();
    }

    /** What statistics say of a column of instants in whole milliseconds; none if they do not say it. */
    static Optional<TableVersion.Extent> extent(@Nullable String json, String instantColumn) {
        try {
            JsonNode statistics = JSON.readTree(json == null ? "{}" : json);
            JsonNode newest = statistics.path("maxValues").path(instantColumn);
            JsonNode rows = statistics.path("numRecords");
            return newest.isTextual() && rows.isIntegralNumber()
                    ? Optional.of(new TableVersion.Extent(
                            rows.asLong(), OffsetDateTime.parse(newest.asText()).toInstant()))
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Statistics<?> merged(ParquetMetadata footer, String column) {
        PrimitiveType type =
                footer.getFileMetaData().getSchema().getType(column).asPrimitiveType();
        Statistics<?> merged = Statistics.createStats(type);
        for (BlockMetaData block : footer.getBlocks()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                if (chunk.getPath().toDotString().equals(column)) {
                    merged.mergeStatistics(chunk.getStatistics());
                }
            }
        }
        return merged;
    }

    private static void put(ObjectNode values, String column, PrimitiveType type, Object value) {
        if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation) {
            values.put(column, INSTANT.format(Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS)));
        } else if (type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation) {
            values.put(column, LocalDate.ofEpochDay((Integer) value).toString());
        } else if (value instanceof Binary text) {
            if (text.length() <= LONGEST_TEXT_BYTES) {
                values.put(column, text.toStringUsingUTF8());
            }
        } else {
            values.putPOJO(column, value);
        }
    }
}
