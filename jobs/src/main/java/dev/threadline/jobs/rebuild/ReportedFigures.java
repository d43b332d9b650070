package dev.threadline.jobs.rebuild;

import dev.threadline.jobs.daily.Count;
import dev.threadline.jobs.daily.DayTotals;
import dev.threadline.jobs.daily.Distribution;
import dev.threadline.jobs.daily.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures that follow from the totals of some days, by their names and in a fixed order. */
final class ReportedFigures {

    private static final int MEDIAN = 500;
    private static final int P90 = 900;

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, @Nullable Double> values = new LinkedHashMap<>();

    private ReportedFigures() {}

    /**
     * The figures of some days.
     *
     * @param days the totals of all of them
     * @param agents what agents did on them
     */
    static ReportedFigures of(DayTotals days, AgentTotals agents) {
        ReportedFigures figures = new ReportedFigures();
        for (Count count : Count.values()) {
            figures.add(count.column(), Unit.COUNT, (double) days.count(count));
        }
        for (Measure measure : Measure.values()) {
            figures.add(measure.column(), days.of(measure));
        }
        figures.add("agents_handle", Unit.DURATION, (double) agents.handleMs());
        figures.add("agents_assigned", Unit.DURATION, (double) agents.assignedMs());
        figures.add("agents_engaged", Unit.DURATION, (double) agents.engagedMs());
        figures.add("mean_concurrency", Unit.RATIO, agents.meanConcurrency());
        figures.add("peak_concurrency", Unit.COUNT, (double) agents.peakEngaged());
        return figures;
    }

    /** Each figure beside what it is now. */
    List<Figure> comparedWith(ReportedFigures after) {
        List<Figure> figures = new ArrayList<>();
        units.forEach(
                (metric, unit) -> figures.add(new Figure(metric, unit, values.get(metric), after.values.get(metric))));
        return figures;
    }

    private void add(String metric, Distribution observed) {
        long observations = observed.observations();
        add(metric + "_observed", Unit.COUNT, (double) observations);
        add(
                metric + "_mean",
                Unit.DURATION,
                observations == 0 ? null : Double.valueOf((double) observed.sumMs() / observations));
        add(metric + "_median", Unit.DURATION, asDouble(observed.quantile(MEDIAN)));
        add(metric + "_p90", Unit.DURATION, asDouble(observed.quantile(P90)));
    }

    private void add(String metric, Unit unit, @Nullable Double value) {
        units.put(metric, unit);
        values.put(metric, value);
    }

    private static @Nullable Double asDouble(@Nullable Long value) {
        return value == null ? null : Double.valueOf(value);
    }
}
