package dev.threadline.jobs.pipeline.input;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.gold.GoldLabels;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Reads true conversations from a CSV file: thread, message, and a column that names the conversation. */
public final class GoldFile {

    /** What the column of conversations can be called; the first that is there counts. */
    static final List<String> CONVERSATION_COLUMNS =
            List.of("gold_segment_id", "gold_conversation_id", "segment_id", "conversation_id");

    private static final String SOURCE = "source";
    private static final String THREAD = "thread_id";
    private static final String MESSAGE = "message_id";

    private GoldFile() {}

    /** Reads the labels; a user error if there is no such file or it lacks a column. Rows without a value are passed over. */
    public static GoldLabels read(SparkSession spark, String path) {
        Dataset<Row> rows = open(spark, path);
        List<String> columns = Arrays.asList(rows.columns());
        Optional<String> conversation =
                CONVERSATION_COLUMNS.stream().filter(columns::contains).findFirst();
        if (!columns.contains(THREAD) || !columns.contains(MESSAGE) || conversation.isEmpty()) {
            throw JobErrors.goldWithoutColumns(path, columns, CONVERSATION_COLUMNS);
        }
        boolean hasSource = columns.contains(SOURCE);
        Dataset<Row> labels = rows.select(
                        (hasSource ? functions.col(SOURCE) : functions.lit(null).cast("string")).as(SOURCE),
                        functions.col(THREAD),
                        functions.col(MESSAGE),
                        functions.col(conversation.get()))
                .na()
                .drop(new String[] {THREAD, MESSAGE, conversation.get()});
        GoldLabels gold = new GoldLabels();
        for (Row row : rows(labels, path)) {
            gold.put(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
        }
        gold.contradicted().ifPresent(message -> {
            throw JobErrors.contradictoryGold(path, message);
        });
        if (gold.size() == 0) {
            throw JobErrors.emptyGold(path);
        }
        return gold;
    }

    private static Dataset<Row> open(SparkSession spark, String path) {
        try {
            // An id is text, also where it looks like a number. A quote is doubled, as RFC 4180 has it.
            return spark.read()
                    .option("header", true)
                    .option("multiLine", true)
                    .option("escape", "\"")
                    .csv(path);
        } catch (Exception failure) {
            throw unreadable(path, failure);
        }
    }

    private static List<Row> rows(Dataset<Row> labels, String path) {
        try {
            return labels.collectAsList();
        } catch (Exception failure) {
            throw unreadable(path, failure);
        }
    }

    /** A user error where the file is to blame; what else went wrong is thrown as it is. */
    private static UserError unreadable(String path, Exception failure) {
        if (failure instanceof AnalysisException) {
            return JobErrors.unreadableGold(path, failure);
        }
        if (ExceptionUtils.indexOfType(failure, IOException.class) >= 0) {
            return JobErrors.brokenGold(path, failure);
        }
        throw new IllegalStateException("the labels of " + path + " cannot be read", failure);
    }
}
