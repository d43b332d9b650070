package dev.threadline.jobs.rebuild;

import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.daily.DayTotals;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.sql.SqlFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Compares what is published with tables that nobody sees yet. */
public final class ComparisonJob {

    private static final String AGENTS = "/rebuild/agents.sql";

    private final Warehouse warehouse;

    public ComparisonJob(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Compares the days from a date on.
     *
     * @param shown what readers see
     * @param built what they would see
     * @param zone in which {@code built} reports
     */
    public Comparison run(LocalDate from, Publication shown, TableVersions built, ZoneId zone) {
        ReportedFigures before = figures(shown.tableVersions(), from, ZoneId.of(shown.reportZone()));
        ReportedFigures after = figures(built, from, zone);
        return new Comparison(from, shown.publicationId(), before.comparedWith(after));
    }

    private ReportedFigures figures(TableVersions versions, LocalDate from, ZoneId zone) {
        return ReportedFigures.of(days(versions, from), agents(versions, from, zone));
    }

    private DayTotals days(TableVersions versions, LocalDate from) {
        DayTotals totals = new DayTotals();
        Iterator<Row> rows = versions.read(warehouse, DailyMetricsTable.TABLE)
                .where(functions.col("report_date").geq(functions.lit(from)))
                .toLocalIterator();
        while (rows.hasNext()) {
            totals.plus(DailyMetricsTable.fromRow(rows.next()).totals());
        }
        return totals;
    }

    private AgentTotals agents(TableVersions versions, LocalDate from, ZoneId zone) {
        Dataset<Row> load = versions.read(warehouse, AgentLoadTable.TABLE)
                .where(functions
                        .col("slice_at")
                        .geq(functions.lit(from.atStartOfDay(zone).toInstant())));
        load.createOrReplaceTempView(AgentLoadTable.TABLE.name());
        Row row = warehouse.spark().sql(SqlFile.read(AGENTS)).head();
        warehouse.spark().catalog().dropTempView(AgentLoadTable.TABLE.name());
        return new AgentTotals(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
