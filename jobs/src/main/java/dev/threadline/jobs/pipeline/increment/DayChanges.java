package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.daily.DailyMetricsTable.Day;
import dev.threadline.jobs.daily.DayKey;
import dev.threadline.jobs.daily.DayTotals;
import dev.threadline.jobs.pipeline.increment.table.ChangedTables;
import dev.threadline.jobs.pipeline.increment.table.RowChanges;
import dev.threadline.jobs.publication.TableVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.functions;

/** Brings the rows of days up to date by what differs. */
final class DayChanges {

    private DayChanges() {}

    /** The files of the days that change. */
    static ChangedTables write(
            Warehouse warehouse, TableVersions before, DailyMetrics difference, RowChanges.Folders folders) {
        try (RowChanges<Day> rows = folders.open(DailyMetricsTable.TABLE)) {
            if (!difference.days().isEmpty()) {
                add(stored(warehouse, before, difference), difference, rows);
            }
            return new ChangedTables().with(rows);
        }
    }

    private static void add(Map<DayKey, Day> stored, DailyMetrics difference, RowChanges<Day> rows) {
        List<Day> was = new ArrayList<>();
        List<Day> is = new ArrayList<>();
        difference.days().forEach((key, totals) -> {
            DayTotals sum = new DayTotals();
            Day before = stored.get(key);
            if (before != null) {
                was.add(before);
                sum.plus(before.totals());
            }
            sum.plus(totals);
            if (!sum.isNothing()) {
                is.add(new Day(key, sum));
            }
        });
        rows.replace(was, is);
    }

    private static Map<DayKey, Day> stored(Warehouse warehouse, TableVersions before, DailyMetrics difference) {
        Object[] dates =
                difference.days().keySet().stream().map(DayKey::date).distinct().toArray();
        return before
                .read(warehouse, DailyMetricsTable.TABLE)
                .where(functions.col(DailyMetricsTable.TABLE.instantColumn()).isin(dates))
                .collectAsList()
                .stream()
                .map(DailyMetricsTable::fromRow)
                .collect(Collectors.toMap(Day::key, Function.identity()));
    }
}
