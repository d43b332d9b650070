package dev.threadline.jobs.reference;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Publication;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** What readers of a publication see, in a fixed order, to be compared with what readers of another see. */
public final class PublishedRows {

    private PublishedRows() {}

    /** The rows of one table. */
    public static List<String> of(Warehouse warehouse, Publication publication, Table<?> table) {
        Stream<Row> rows = publication.tableVersions().read(warehouse, table).collectAsList().stream();
        return sorted(Tables.none().withRows(table, rows), table);
    }

    /** The rows of each table that is built from messages, by its name. */
    public static Map<String, List<String>> of(Warehouse warehouse, Publication publication) {
        Map<String, List<String>> rows = new TreeMap<>();
        BuiltTables.ALL.forEach(table -> rows.put(table.name(), of(warehouse, publication, table)));
        return rows;
    }

    /** The rows that entities would be. */
    public static <T> List<String> of(Stream<T> entities, Table<T> table) {
        return sorted(Tables.none().with(table, entities), table);
    }

    private static List<String> sorted(Tables tables, Table<?> table) {
        return tables.rows(table.name()).stream().map(Map::toString).sorted().toList();
    }
}
