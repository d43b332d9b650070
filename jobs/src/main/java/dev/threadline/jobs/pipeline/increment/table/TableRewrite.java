package dev.threadline.jobs.pipeline.increment.table;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.ingestion.warehouse.AgedFiles;
import dev.threadline.ingestion.warehouse.DataFile;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableVersion;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.publication.BuiltTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/**
 * Changes a table in place: only files that hold a row that went are written again, without it, and files of rows that came
 * are added. Any reader of Parquet sees whole files.
 */
public final class TableRewrite {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "rewritten_file";

    private final Warehouse warehouse;
    private final String scratch;
    private final AgeBands bands;

    /** For tables of which rows that went lie in a scratch folder. */
    public TableRewrite(Warehouse warehouse, String scratch, AgeBands bands) {
        this.warehouse = warehouse;
        this.scratch = scratch;
        this.bands = bands;
    }

    /**
     * Changes a table as it was at a version.
     *
     * @return the Delta version that holds the change
     * @throws IllegalStateException if the version does not hold every row that is to go, once
     */
    public long run(Table<?> table, long version, ChangedFiles changed) {
        if (changed.isEmpty()) {
            return version;
        }
        Set<String> rewritten = Set.of();
        List<DataFile> added = new ArrayList<>(changed.added());
        if (!changed.removed().isEmpty()) {
            TableVersion base = warehouse.at(table, version);
            Dataset<Row> removed = warehouse.scratchFiles(scratch).read(warehouse.spark(), table, changed.removed());
            rewritten = holding(table, base, removed, changed.removedDays());
            List<DataFile> copies = copiesWithout(table, base.rows(rewritten), removed);
            long gone = rows(base.files(), rewritten)
                    - copies.stream().mapToLong(DataFile::rows).sum();
            if (gone != changed.removedRows()) {
                throw new IllegalStateException("table " + table.name() + " holds " + gone + " of the "
                        + changed.removedRows() + " rows that are to go");
            }
            added.addAll(copies);
        }
        return new TableWriter(warehouse).change(table, version, rewritten, added);
    }

    private Set<String> holding(Table<?> table, TableVersion base, Dataset<Row> removed, Set<Long> days) {
        List<String> candidates = base.files().values().stream()
                .filter(file -> spans(file, table.instantColumn(), days))
                .map(DataFile::name)
                .toList();
        Dataset<Row> keys = base.rows(candidates).withColumn(FILE, col("_metadata.file_name"));
        return new HashSet<>(join(table, keys, removed, "left_semi")
                .select(FILE)
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
    }

    private List<DataFile> copiesWithout(Table<?> table, Dataset<Row> rows, Dataset<Row> removed) {
        String name = table.name();
        Dataset<Row> kept = join(table, rows.select(columns(table)), removed, "left_anti");
        DataFiles folder = warehouse.dataFiles();
        AgeBands sent = bands;
        return InternalRows.of(kept)
                .mapPartitions(partition -> copy(partition, name, folder, sent))
                .collect();
    }

    private static Iterator<DataFile> copy(Iterator<InternalRow> rows, String table, DataFiles folder, AgeBands bands) {
        try (AgedFiles<InternalRow> files = folder.open(BuiltTables.named(table).ofStoredRows(), bands)) {
            rows.forEachRemaining(files::write);
            return files.finish().iterator();
        }
    }

    private static Dataset<Row> join(Table<?> table, Dataset<Row> rows, Dataset<Row> removed, String kind) {
        Dataset<Row> keys =
                removed.select(table.key().stream().map(functions::col).toArray(Column[]::new));
        Column same = table.key().stream()
                .map(column -> rows.col(column).eqNullSafe(keys.col(column)))
                .reduce(Column::and)
                .orElseThrow();
        return rows.join(keys, same, kind);
    }

    private static Column[] columns(Table<?> table) {
        return table.columnNames().stream().map(functions::col).toArray(Column[]::new);
    }

    private static long rows(Map<String, DataFile> files, Collection<String> names) {
        return files.values().stream()
                .filter(file -> names.contains(file.name()))
                .mapToLong(DataFile::rows)
                .sum();
    }

    /** Whether a day lies between the smallest and the greatest instant of a file. */
    private static boolean spans(DataFile file, String column, Set<Long> days) {
        try {
            JsonNode statistics = JSON.readTree(file.statistics());
            long first = day(statistics.path("minValues").path(column).asText());
            long last = day(statistics.path("maxValues").path(column).asText());
            return days.stream().anyMatch(day -> first <= day && day <= last);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("the statistics of " + file.name() + " are no JSON", cause);
        }
    }

    private static long day(String instant) {
        return LocalDate.parse(instant.substring(0, "2026-01-01".length())).toEpochDay();
    }
}
