package dev.threadline.ingestion.source;

import dev.threadline.ingestion.warehouse.InternalRows;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/** Reads files of JSON lines, gzipped ones too; a large plain file is read in parallel pieces. */
final class JsonLines {

    private JsonLines() {}

    /** The records of the files with the wanted columns; blank lines are no records. */
    static Dataset<Row> read(SparkSession spark, List<SourceFile> files, List<String> columns) {
        ColumnIndex index = new ColumnIndex(columns);
        return InternalRows.walk(
                lines(spark, files), lines -> new JsonRecordIterator(lines, index), RecordColumns.rawSchema(columns));
    }

    /** All field names in the files: a pass over everything. */
    static Set<String> names(SparkSession spark, List<SourceFile> files) {
        return new TreeSet<>(InternalRows.of(lines(spark, files))
                .mapPartitions(JsonLines::names)
                .distinct()
                .collect());
    }

    private static Iterator<String> names(Iterator<InternalRow> lines) {
        Set<String> names = new TreeSet<>();
        lines.forEachRemaining(line -> JsonRecord.addNames(line.getUTF8String(0).getBytes(), names));
        return names.iterator();
    }

    private static Dataset<Row> lines(SparkSession spark, List<SourceFile> files) {
        String[] paths = files.stream().map(SparkPaths::literal).toArray(String[]::new);
        return spark.read().text(paths).select("value", "_metadata.file_path", "_metadata.file_block_start");
    }
}
