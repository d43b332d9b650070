package dev.threadline.ingestion.source.csv;

import dev.threadline.ingestion.FormatErrors;
import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.file.ReplacedBytes;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.TextFiles;
import dev.threadline.ingestion.warehouse.InternalRows;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;

/** Reads CSV files whose first record names the columns; each file has its own header, and is read by one task. */
public final class CsvFiles {

    private CsvFiles() {}

    /**
     * The records of the files, of which there is one at least, with the wanted columns; null where a file has none. A user
     * error where a header names one of them twice.
     *
     * @param replaced is told of lines that are no UTF-8
     */
    public static Dataset<Row> read(
            SparkSession spark, List<SourceFile> files, List<String> columns, ReplacedBytes replaced) {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sessionState().newHadoopConf());
        JavaRDD<InternalRow> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, files.size())
                .flatMap(file -> records(file, hadoop.value(), new ColumnIndex(columns), replaced));
        return InternalRows.dataset(spark, rows, RecordColumns.rawSchema(columns));
    }

    /** All column names in the headers of the files; a user error if one of them cannot be read. */
    public static Set<String> names(Configuration hadoop, List<SourceFile> files) {
        Set<String> names = new TreeSet<>();
        for (SourceFile file : files) {
            try (Reader reader = TextFiles.marking(file, hadoop)) {
                names.addAll(CsvHeader.read(new CsvRecords(reader)).names());
            } catch (IOException cause) {
                throw IngestionErrors.unreadable(file.path(), cause);
            }
        }
        return names;
    }

    /** A user error if the beginning of a file shows that its records cannot be read for the wanted columns. */
    public static void check(SourceFile file, Configuration hadoop, List<String> columns) throws IOException {
        try (Reader reader = TextFiles.marking(file, hadoop)) {
            header(file, new CsvRecords(reader), new ColumnIndex(columns));
        }
    }

    private static CsvHeader header(SourceFile file, CsvRecords records, ColumnIndex columns) throws IOException {
        CsvHeader header = CsvHeader.read(records);
        header.namedTwice(columns).ifPresent(name -> {
            throw FormatErrors.csvColumnTwice(file.path(), name);
        });
        return header;
    }

    private static Iterator<InternalRow> records(
            SourceFile file, Configuration hadoop, ColumnIndex columns, ReplacedBytes replaced) {
        try {
            return records(file, TextFiles.marking(file, hadoop), columns, replaced);
        } catch (IOException cause) {
            throw new UncheckedIOException(file.path(), cause);
        }
    }

    /** The records of a text, which is closed at its end, or at once if its header cannot be read. */
    static Iterator<InternalRow> records(SourceFile file, Reader reader, ColumnIndex columns, ReplacedBytes replaced)
            throws IOException {
        ReplacedBytes.Piece whole = new ReplacedBytes.Piece(file.path(), 0);
        try {
            CsvRecords records = new CsvRecords(reader, line -> replaced.add(new ReplacedBytes.Line(whole, line)));
            return new CsvRecordIterator(file, reader, records, header(file, records, columns), columns);
        } catch (IOException | RuntimeException unreadable) {
            reader.close();
            throw unreadable;
        }
    }
}
