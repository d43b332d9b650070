package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** What earlier runs left in {@code rejected_records} that concerns a run: found with one look at the table. */
public final class EarlierRejects {

    private final Warehouse warehouse;
    private final Collection<String> files;
    private final Set<String> waitingMappings = new TreeSet<>();
    private boolean ofFiles;

    private EarlierRejects(Warehouse warehouse, Collection<String> files) {
        this.warehouse = warehouse;
        this.files = files;
    }

    /**
     * Looks at the table.
     *
     * @param files the files that the run reads
     */
    public static EarlierRejects find(Warehouse warehouse, Collection<String> files) {
        EarlierRejects earlier = new EarlierRejects(warehouse, List.copyOf(files));
        if (!warehouse.isEmpty(RejectedRecordsTable.TABLE)) {
            earlier.look();
        }
        return earlier;
    }

    /** The locators of the mappings of {@link #waiting} records. */
    public Set<String> waitingMappings() {
        return waitingMappings;
    }

    /** The records of other files that were refused because they said they were sent later. */
    public Dataset<Row> waiting() {
        return warehouse.read(RejectedRecordsTable.TABLE).filter(isFuture().and(not(isOfFiles())));
    }

    /** Whether there are rejects of the files that the run reads. */
    boolean areOfFiles() {
        return ofFiles;
    }

    /** Tells rejects apart in tasks, which is quicker planned than an aggregate. */
    private void look() {
        Dataset<Row> concerned = warehouse
                .read(RejectedRecordsTable.TABLE)
                .filter(isFuture().or(isOfFiles()))
                .select(isOfFiles(), col(RejectedRecordsTable.MAPPING));
        for (Kind kind : InternalRows.of(concerned)
                .mapPartitions(rows -> kinds(rows).iterator())
                .collect()) {
            if (kind.isOfFiles) {
                ofFiles = true;
            } else {
                waitingMappings.add(kind.mapping);
            }
        }
    }

    private record Kind(boolean isOfFiles, String mapping) implements Serializable {}

    private static Set<Kind> kinds(Iterator<InternalRow> rows) {
        Set<Kind> kinds = new HashSet<>();
        rows.forEachRemaining(row ->
                kinds.add(new Kind(row.getBoolean(0), row.getUTF8String(1).toString())));
        return kinds;
    }

    /** Of a mapping that joins or groups no record was kept that could be read again. */
    private static Column isFuture() {
        return col(RejectedRecordsTable.REASON)
                .equalTo(Validation.FUTURE)
                .and(col(RejectedRecordsTable.RAW).isNotNull());
    }

    private Column isOfFiles() {
        return coalesce(col(RejectedRecordsTable.FILE).isin(files.toArray()), lit(false));
    }
}
