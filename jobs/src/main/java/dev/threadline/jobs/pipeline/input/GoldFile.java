package dev.threadline.jobs.pipeline.input;

import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.csv.CsvFiles;
import dev.threadline.ingestion.source.file.ReplacedBytes;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.SourceFiles;
import dev.threadline.ingestion.source.file.SourceFormat;
import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.gold.GoldLabels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Reads true conversations from a CSV file: thread, message, and a column that names the conversation. */
public final class GoldFile {

    /** What the column of conversations can be called; the first that is there counts. */
    static final List<String> CONVERSATION_COLUMNS =
            List.of("gold_segment_id", "gold_conversation_id", "segment_id", "conversation_id");

    private static final String SOURCE = "source";
    private static final String THREAD = "thread_id";
    private static final String MESSAGE = "message_id";

    private GoldFile() {}

    /**
     * Reads the labels; a user error if there is no such file, it is no CSV to its end, or it lacks a column. Rows without a
     * value are passed over.
     */
    public static GoldLabels read(SparkSession spark, String path) {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        List<SourceFile> files = SourceFiles.ofFormat(hadoop, path, SourceFormat.CSV);
        Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        columns.addAll(CsvFiles.names(hadoop, files));
        Optional<String> conversation =
                CONVERSATION_COLUMNS.stream().filter(columns::contains).findFirst();
        if (!columns.contains(THREAD) || !columns.contains(MESSAGE) || conversation.isEmpty()) {
            throw JobErrors.goldWithoutColumns(path, List.copyOf(columns), CONVERSATION_COLUMNS);
        }
        List<String> wanted = List.of(SOURCE, THREAD, MESSAGE, conversation.get());
        GoldLabels gold = new GoldLabels();
        for (Row row : rows(CsvFiles.read(spark, files, wanted, ReplacedBytes.in(spark)), path)) {
            put(row, gold);
        }
        gold.contradicted().ifPresent(message -> {
            throw JobErrors.contradictoryGold(path, message);
        });
        if (gold.size() == 0) {
            throw JobErrors.emptyGold(path);
        }
        return gold;
    }

    private static void put(Row row, GoldLabels gold) {
        if (row.<Boolean>getAs(RecordColumns.MALFORMED)) {
            throw JobErrors.brokenGold(row.getAs(RecordColumns.FILE), row.<Long>getAs(RecordColumns.LINE));
        }
        String thread = given(row, 1);
        String message = given(row, 2);
        String conversation = given(row, 3);
        if (thread != null && message != null && conversation != null) {
            gold.put(given(row, 0), thread, message, conversation);
        }
    }

    /** The value, as it stands; null where there is none but blanks. */
    private static @Nullable String given(Row row, int column) {
        String value = row.getString(column);
        return value == null || value.isBlank() ? null : value;
    }

    /** The rows without their raw form. */
    private static List<Row> rows(Dataset<Row> records, String path) {
        try {
            return records.drop(RecordColumns.RAW).collectAsList();
        } catch (Exception failure) {
            throw SparkFailures.explained(failure, path);
        }
    }
}
