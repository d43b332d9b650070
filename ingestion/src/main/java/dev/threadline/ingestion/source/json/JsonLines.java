package dev.threadline.ingestion.source.json;

import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.file.ReplacedBytes;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.json.FilePieces.Piece;
import dev.threadline.ingestion.warehouse.InternalRows;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;
import scala.jdk.javaapi.CollectionConverters;

/** Reads files of JSON lines, gzipped ones too; a large plain file is read in parallel pieces. */
public final class JsonLines {

    private JsonLines() {}

    /**
     * The records of the files with the wanted columns; blank lines are no records.
     *
     * @param replaced is told of lines that are no UTF-8
     */
    public static Dataset<Row> read(
            SparkSession spark, List<SourceFile> files, List<String> columns, ReplacedBytes replaced) {
        SerializableConfiguration hadoop = hadoop(spark);
        ColumnIndex index = new ColumnIndex(columns);
        JavaRDD<InternalRow> rows = tasks(spark, files)
                .flatMap(pieces ->
                        each(pieces, piece -> new JsonRecordIterator(piece, hadoop.value(), index, replaced)));
        return InternalRows.dataset(spark, rows, RecordColumns.rawSchema(columns));
    }

    /**
     * A user error if the first record of a file shows that it has none for the wanted columns.
     *
     * @param replaced is told of that record if it is no UTF-8
     */
    public static void check(SourceFile file, Configuration hadoop, List<String> columns, ReplacedBytes replaced) {
        Piece whole = new Piece(file, 0, file.sizeBytes());
        Iterator<InternalRow> records = new JsonRecordIterator(whole, hadoop, new ColumnIndex(columns), replaced);
        if (records.hasNext()) {
            records.next();
        }
    }

    /** All field names in the files: a pass over everything. */
    public static Set<String> names(SparkSession spark, List<SourceFile> files) {
        SerializableConfiguration hadoop = hadoop(spark);
        return new TreeSet<>(tasks(spark, files)
                .flatMap(pieces -> names(pieces, hadoop.value()).iterator())
                .distinct()
                .collect());
    }

    private static Set<String> names(List<Piece> pieces, Configuration hadoop) {
        Set<String> names = new TreeSet<>();
        each(pieces, piece -> new TextLines(piece, hadoop)).forEachRemaining(line -> JsonRecord.addNames(line, names));
        return names;
    }

    private static JavaRDD<List<Piece>> tasks(SparkSession spark, List<SourceFile> files) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<List<Piece>> tasks = FilePieces.dealt(files, context.defaultParallelism());
        return context.parallelize(tasks, Math.max(1, tasks.size()));
    }

    private static SerializableConfiguration hadoop(SparkSession spark) {
        return new SerializableConfiguration(spark.sessionState().newHadoopConf());
    }

    /** What there is in each piece, opened when its turn comes. */
    private static <T> Iterator<T> each(List<Piece> pieces, Function<Piece, Iterator<T>> opened) {
        return CollectionConverters.asJava(CollectionConverters.asScala(pieces.iterator())
                .flatMap(piece -> CollectionConverters.asScala(opened.apply(piece))));
    }
}
