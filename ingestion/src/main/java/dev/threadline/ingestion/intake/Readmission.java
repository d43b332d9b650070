package dev.threadline.ingestion.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.message.EarlierRejects;
import dev.threadline.ingestion.message.MessageRecords;
import dev.threadline.ingestion.message.RejectWriter;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.message.Validation;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import dev.threadline.ingestion.source.mapping.StoredRecords;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Records that an earlier run refused as {@code future} and whose time has come, read again through their mapping. */
final class Readmission {

    private final Warehouse warehouse;
    private final List<Dataset<Row>> due = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long records;

    private Readmission(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Looks for waiting records that may be admitted now, but for those of files that are read again anyway. */
    static Readmission due(Warehouse warehouse, EarlierRejects earlier, Configuration hadoop, Instant now) {
        Readmission readmission = new Readmission(warehouse);
        for (String mapping : earlier.waitingMappings()) {
            try {
                readmission.look(earlier.waiting(), SourceMapping.find(hadoop, mapping), now);
            } catch (UserError gone) {
                readmission.notes.add("records refused as future wait for their source mapping " + mapping + ": "
                        + gone.getMessage());
            }
        }
        return readmission;
    }

    long records() {
        return records;
    }

    List<String> notes() {
        return notes;
    }

    /** The admitted records, validated; empty if there are none. */
    Optional<Dataset<Row>> validated() {
        return due.stream().map(rows -> rows.drop(RejectedRecordsTable.MAPPING)).reduce(Dataset::unionByName);
    }

    /** Takes them out of the rejects; only after they were written. */
    void forget() {
        for (Dataset<Row> rows : due) {
            new RejectWriter(warehouse)
                    .forgetAdmitted(rows.select(
                            lit(Validation.FUTURE).as(RejectedRecordsTable.REASON),
                            col(RejectedRecordsTable.MAPPING),
                            col(RecordColumns.FILE).as(RejectedRecordsTable.FILE),
                            col(RecordColumns.LINE).as(RejectedRecordsTable.LINE),
                            col(RecordColumns.RAW).as(RejectedRecordsTable.RAW)));
            rows.unpersist();
        }
    }

    private void look(Dataset<Row> waiting, SourceMapping mapping, Instant now) {
        Dataset<Row> stored = waiting.filter(col(RejectedRecordsTable.MAPPING).equalTo(mapping.locator()))
                .select(RejectedRecordsTable.RAW, RejectedRecordsTable.FILE, RejectedRecordsTable.LINE);
        Dataset<Row> admitted = MessageRecords.validated(StoredRecords.mapped(stored, mapping), mapping, now)
                .filter(col(MessageRecords.REASON).isNull())
                .withColumn(RejectedRecordsTable.MAPPING, lit(mapping.locator()))
                .persist();
        long count = admitted.count();
        if (count == 0) {
            admitted.unpersist();
        } else {
            records += count;
            due.add(admitted);
        }
    }
}
