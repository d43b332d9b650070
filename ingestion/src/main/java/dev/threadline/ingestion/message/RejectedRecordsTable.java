package dev.threadline.ingestion.message;

import dev.threadline.ingestion.warehouse.Table;
import java.time.Instant;
import org.apache.spark.sql.Row;

/** The table {@code rejected_records}: every record that could not become a message, and why. */
public final class RejectedRecordsTable {

    public static final String SOURCE = "source";
    public static final String REASON = "reason";
    public static final String FILE = "file";
    public static final String LINE = "line";
    public static final String RAW = "raw";
    public static final String MAPPING = "mapping";
    public static final String RUN_ID = "run_id";
    public static final String REJECTED_AT = "rejected_at";

    public static final Table<Row> TABLE = Table.<Row>named("rejected_records", "One row per refused record.")
            .prunedBy(REASON, FILE)
            .string(SOURCE, "System the record comes from, as far as could be read.", row -> row.getAs(SOURCE))
            .string(
                    REASON,
                    "Code of the first reason that applies: malformed, no_thread, bad_event_time, ...",
                    row -> row.getAs(REASON))
            .string(FILE, "The file it was read from.", row -> row.getAs(FILE))
            .whole(LINE, "Its line in that file, from 1, where the reader knows it.", row -> row.getAs(LINE))
            .string(
                    RAW,
                    "The record as it stood; for CSV and Parquet a JSON object of its columns.",
                    row -> row.getAs(RAW))
            .string(
                    MAPPING,
                    "The source mapping that it was read by: a built-in one's name, or a file.",
                    row -> row.getAs(MAPPING))
            .string(RUN_ID, "The run that refused it.", row -> row.getAs(RUN_ID))
            .instant(
                    REJECTED_AT,
                    "When that run began.",
                    row -> row.<Instant>getAs(REJECTED_AT).toEpochMilli())
            .build();

    private RejectedRecordsTable() {}
}
