package dev.threadline.jobs.publication;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The Delta version of each table that belongs to one publication; safe to fill from several threads. */
public final class TableVersions {

    private final Map<String, Long> byName = new ConcurrentHashMap<>();

    public TableVersions() {}

    TableVersions(Map<String, Long> byName) {
        this.byName.putAll(byName);
    }

    public void put(Table<?> table, long version) {
        byName.put(table.name(), version);
    }

    /** The version of a table; a bug if it has none. */
    public long of(Table<?> table) {
        Long version = byName.get(table.name());
        if (version == null) {
            throw new IllegalStateException(
                    "table " + table.name() + " is in no version of this publication; write it first");
        }
        return version;
    }

    public boolean has(Table<?> table) {
        return byName.containsKey(table.name());
    }

    /** These versions, but one table at another. */
    public TableVersions with(Table<?> table, long version) {
        TableVersions versions = new TableVersions(byName);
        versions.put(table, version);
        return versions;
    }

    /** These versions, but the newest one of tables of which nothing changed since but settings: its rows are the same. */
    public TableVersions caughtUp(Warehouse warehouse, List<Table<?>> tables) {
        TableVersions versions = new TableVersions(byName);
        for (Table<?> table : tables) {
            if (has(table)
                    && warehouse.has(table)
                    && warehouse.haveSameFiles(table, of(table), warehouse.version(table))) {
                versions.put(table, warehouse.version(table));
            }
        }
        return versions;
    }

    /** These versions without some tables. */
    TableVersions without(List<Table<?>> tables) {
        TableVersions versions = new TableVersions(byName);
        tables.forEach(table -> versions.byName.remove(table.name()));
        return versions;
    }

    /** The rows of a table at its version. */
    public Dataset<Row> read(Warehouse warehouse, Table<?> table) {
        return warehouse.readAt(table, of(table));
    }

    public Map<String, Long> byName() {
        return Map.copyOf(byName);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableVersions versions && byName.equals(versions.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}
