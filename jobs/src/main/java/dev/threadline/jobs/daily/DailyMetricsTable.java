package dev.threadline.jobs.daily;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableBuilder;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/** The table {@code daily_metrics}. */
public final class DailyMetricsTable {

    /** A row: its key and its totals. */
    public record Day(DayKey key, DayTotals totals) {}

    public static final Table<Day> TABLE = table();

    private DailyMetricsTable() {}

    public static List<Day> rows(DailyMetrics metrics) {
        return metrics.days().entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** The row as it is stored. */
    public static Day fromRow(Row row) {
        DayTotals totals = new DayTotals();
        for (Count count : Count.values()) {
            totals.add(count, row.<Long>getAs(count.column()));
        }
        for (Measure measure : Measure.values()) {
            String name = measure.column();
            totals.of(measure)
                    .add(Distribution.of(
                            row.<Long>getAs(name + "_n"),
                            row.<Long>getAs(name + "_sum_ms"),
                            row.<Integer, Long>getJavaMap(row.fieldIndex(name + "_bins"))));
        }
        return new Day(
                new DayKey(
                        row.<LocalDate>getAs("report_date"),
                        row.getAs("channel"),
                        row.getAs("team"),
                        row.getAs("mode")),
                totals);
    }

    private static Table<Day> table() {
        TableBuilder<Day> table = Table.<Day>named(
                        "daily_metrics", "One row per report date, channel, team and mode with anything to report")
                .key("report_date", "channel", "team", "mode")
                .prunedBy("report_date")
                .date("report_date", "Day in the report zone", day -> day.key().date())
                .string(
                        "channel",
                        "Channel of the conversations",
                        day -> day.key().channel())
                .string("team", "Team of the conversations", day -> day.key().team())
                .string("mode", "Mode of the conversations", day -> day.key().mode());
        for (Count count : Count.values()) {
            table.whole(count.column(), count.comment(), day -> day.totals().count(count));
        }
        for (Measure measure : Measure.values()) {
            String name = measure.column();
            table.whole(
                            name + "_n",
                            measure.comment() + ": observations",
                            day -> day.totals().of(measure).observations())
                    .whole(
                            name + "_sum_ms",
                            measure.comment() + ": sum, ms",
                            day -> day.totals().of(measure).sumMs())
                    .wholeByNumber(
                            name + "_bins",
                            measure.comment() + ": observations by bin; bin 0 holds 0, bin i holds values from "
                                    + LogBins.GAMMA + "^(i-1) to below " + LogBins.GAMMA + "^i ms",
                            day -> day.totals().of(measure).bins());
        }
        return table.build();
    }
}
