package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.result.Rows;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many agents worked, and how many conversations each had at once. */
final class LoadAnswers {

    private static final long MS_PER_HOUR = 3_600_000;

    private LoadAnswers() {}

    static Rows concurrency(Cube cube, Asked asked) {
        return DateCharts.eachPoint(asked, point -> {
            Load load = Load.of(cube, point.period(), asked.filters());
            return new RowOf()
                    .with("report_date", point.reportDate().toString())
                    .with("n", load.agents.isEmpty() ? point.count(0) : Long.valueOf(load.n))
                    .with(
                            "agents",
                            load.agents.isEmpty() ? point.count(0) : Long.valueOf(load.agentsAtWork.cardinality()))
                    .with("mean", load.mean())
                    .with("peak", load.peak())
                    .with("engaged_union_ms", load.agents.isEmpty() ? null : load.engagedUnionMs)
                    .with("provisional", point.isUnfinished());
        });
    }

    static Rows tiles(Cube cube, Asked asked) {
        Load load = Load.of(cube, asked.period(), asked.filters());
        return new Rows(
                List.of("metric", "n", "mean", "peak", "count"),
                List.of(
                        RowOf.metric("concurrency")
                                .with("n", load.n)
                                .with("mean", load.mean())
                                .with("peak", load.peak())
                                .row(),
                        RowOf.metric("agents")
                                .with("n", load.n)
                                .with("count", (long) load.agentsAtWork.cardinality())
                                .row(),
                        RowOf.metric("messages_per_hour")
                                .with("n", load.n)
                                .with("mean", load.per(load.messages * MS_PER_HOUR))
                                .row()));
    }

    /** The work of several agents on several dates. */
    private static final class Load {

        private final BitSet agents = new BitSet();
        private final BitSet agentsAtWork = new BitSet();
        private long n;
        private long engagedMs;
        private long engagedUnionMs;
        private long peak;
        private long messages;

        static Load of(Cube cube, Period period, Filters filters) {
            Load load = new Load();
            for (AgentDay day : cube.counts().agentDays().of(period.from(), period.until())) {
                if (day.fits(filters)) {
                    load.add(day);
                }
            }
            return load;
        }

        private void add(AgentDay day) {
            agents.set(day.agent());
            if (day.n() > 0) {
                agentsAtWork.set(day.agent());
            }
            n += day.n();
            engagedMs += day.engagedMs();
            engagedUnionMs += day.engagedUnionMs();
            peak = Math.max(peak, day.peak());
            messages += day.messages();
        }

        @Nullable
        Double mean() {
            return per(engagedMs);
        }

        /** So much for each millisecond at work. */
        @Nullable
        Double per(long amount) {
            return engagedUnionMs == 0 ? null : (double) amount / engagedUnionMs;
        }

        @Nullable
        Long peak() {
            return agents.isEmpty() ? null : peak;
        }
    }
}
