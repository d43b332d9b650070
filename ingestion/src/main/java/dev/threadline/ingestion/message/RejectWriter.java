package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.threadline.ingestion.source.mapping.SourceMapping;
import dev.threadline.ingestion.warehouse.DataFile;
import dev.threadline.ingestion.warehouse.DataFileWriter;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import io.delta.tables.DeltaTable;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Keeps {@code rejected_records}: what a file's last reading refused, and no more. */
public final class RejectWriter {

    private static final String IS_REFUSED_AGAIN = "is_refused_again";

    private final Warehouse warehouse;

    public RejectWriter(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** How many of the staged records were refused, by reason and file. */
    public List<Refused> tally(StagedRecords staged) {
        return new RefusedTally(staged.schema()).of(staged.refusedRows());
    }

    /** Adds the refused ones of the staged records. */
    public void append(StagedRecords staged, SourceMapping mapping, String runId, Instant now) {
        Dataset<Row> refused = refused(staged, mapping, runId, now);
        StructType fields = refused.schema();
        DataFiles files = warehouse.dataFiles();
        List<DataFile> written = InternalRows.of(refused)
                .mapPartitions(rows -> written(rows, files.open(RejectedRecordsTable.TABLE.ofRows(fields))))
                .collect();
        new TableWriter(warehouse, staged.seen()).appendFiles(RejectedRecordsTable.TABLE, written);
    }

    private static Iterator<DataFile> written(Iterator<InternalRow> rows, DataFileWriter<InternalRow> file) {
        try (file) {
            rows.forEachRemaining(file::write);
            return file.finish().stream().iterator();
        }
    }

    /**
     * Puts those that were refused again in place of the records that were tried again, in one transaction.
     *
     * @param records of {@code retried}
     * @param staged what the mapping made of them
     */
    public void replace(
            RetriedRejects retried,
            Dataset<Row> records,
            StagedRecords staged,
            SourceMapping mapping,
            String runId,
            Instant now) {
        staged.seen().requireNoneSince(warehouse, RejectedRecordsTable.TABLE);
        Dataset<Row> tried = records.withColumn(IS_REFUSED_AGAIN, lit(false));
        Dataset<Row> again = refused(staged, mapping, runId, now).withColumn(IS_REFUSED_AGAIN, lit(true));
        table().as("rejected")
                .merge(
                        again.unionByName(tried, true).as("retried"),
                        not(col("retried." + IS_REFUSED_AGAIN)).and(retried.isOf("rejected", "retried")))
                .whenMatched()
                .delete()
                .whenNotMatched(col("retried." + IS_REFUSED_AGAIN))
                .insert(RejectedRecordsTable.TABLE.columnNames().stream()
                        .collect(Collectors.toMap(name -> name, name -> col("retried." + name))))
                .execute();
    }

    private static Dataset<Row> refused(StagedRecords staged, SourceMapping mapping, String runId, Instant now) {
        Map<String, Column> given = Map.of(
                RejectedRecordsTable.RAW,
                call_function("make_valid_utf8", col(RejectedRecordsTable.RAW)),
                RejectedRecordsTable.MAPPING,
                lit(mapping.locator()),
                RejectedRecordsTable.RUN_ID,
                lit(runId),
                RejectedRecordsTable.REJECTED_AT,
                lit(now));
        return staged.refused()
                .select(RejectedRecordsTable.TABLE.columnNames().stream()
                        .map(name -> given.getOrDefault(name, col(name)).as(name))
                        .toArray(Column[]::new));
    }

    /** Removes what earlier readings of the files refused. */
    public void forget(EarlierRejects earlier, Collection<String> files) {
        if (earlier.areOfFiles()) {
            table().delete(col(RejectedRecordsTable.FILE).isin(files.toArray()));
        }
    }

    /** Removes records that were admitted after all; each is known by its file, line and text. */
    public void forgetAdmitted(Dataset<Row> admitted) {
        Column same = Stream.of(
                        RejectedRecordsTable.REASON,
                        RejectedRecordsTable.MAPPING,
                        RejectedRecordsTable.FILE,
                        RejectedRecordsTable.LINE,
                        RejectedRecordsTable.RAW)
                .map(name -> col("rejected." + name).eqNullSafe(col("admitted." + name)))
                .reduce(Column::and)
                .orElseThrow();
        table().as("rejected")
                .merge(admitted.as("admitted"), same)
                .whenMatched()
                .delete()
                .execute();
    }

    private DeltaTable table() {
        return DeltaTable.forPath(warehouse.spark(), warehouse.location(RejectedRecordsTable.TABLE));
    }
}
