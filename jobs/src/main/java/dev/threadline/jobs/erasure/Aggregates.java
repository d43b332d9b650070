package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.publication.TableVersions;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MapType;

/** The tables that tell of nobody in particular: forgetting somebody changes no row of them. */
final class Aggregates {

    private static final List<Table<?>> TABLES =
            List.of(DailyMetricsTable.TABLE, AgentLoadTable.TABLE, BacklogTable.TABLE);

    private Aggregates() {}

    /** Whether they hold the same rows in two publications. */
    static boolean areEqual(Warehouse warehouse, TableVersions before, TableVersions after) {
        return TABLES.stream().filter(before::has).allMatch(table -> {
            Dataset<Row> old = comparable(before.read(warehouse, table));
            Dataset<Row> present = comparable(after.read(warehouse, table));
            return old.exceptAll(present).isEmpty() && present.exceptAll(old).isEmpty();
        });
    }

    /** Spark compares no maps. */
    private static Dataset<Row> comparable(Dataset<Row> rows) {
        return rows.select(Arrays.stream(rows.schema().fields())
                .map(field -> field.dataType() instanceof MapType
                        ? functions
                                .array_sort(functions.map_entries(functions.col(field.name())))
                                .as(field.name())
                        : functions.col(field.name()))
                .toArray(Column[]::new));
    }
}
