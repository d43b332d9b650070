package dev.threadline.jobs.pipeline.increment.table;

import dev.threadline.ingestion.warehouse.DataFile;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.RowCounts;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows that an incremental build took away and added, by table: what the audit and the aliases are made from. */
public final class RowsOfChange {

    private final Warehouse warehouse;
    private final String scratch;
    private final ChangedTables changed;
    private final long records;

    /** For the audit of a change that added so many records. */
    public RowsOfChange(Warehouse warehouse, String scratch, ChangedTables changed, long records) {
        this.warehouse = warehouse;
        this.scratch = scratch;
        this.changed = changed;
        this.records = records;
    }

    /** Rows that were there and are no more. */
    public Dataset<Row> removed(Table<?> table) {
        return read(warehouse.scratchFiles(scratch), table, changed.of(table).removed());
    }

    /** Rows that were not there. */
    public Dataset<Row> added(Table<?> table) {
        return read(warehouse.dataFiles(), table, changed.of(table).added());
    }

    /** How many rows these are. */
    public RowCounts counts() {
        return changed.rows();
    }

    /** How many more records were read. */
    public long records() {
        return records;
    }

    private Dataset<Row> read(DataFiles folder, Table<?> table, List<DataFile> files) {
        return folder.read(warehouse.spark(), table, files);
    }
}
