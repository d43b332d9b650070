package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.result.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The backlog over time: by the hour, over a month by the last hour of each point. */
final class BacklogChart {

    private static final int MOST_DAYS_BY_HOUR = 31;

    private BacklogChart() {}

    static Rows rows(Cube cube, Asked asked) {
        SortedMap<Instant, Hour> hours = new TreeMap<>();
        for (QueueHour queue : cube.counts()
                .queueHours()
                .of(asked.period().from(), asked.period().until())) {
            if (queue.fits(asked.filters())) {
                hours.computeIfAbsent(queue.hourAt(), hour -> new Hour(hour, queue.reportDate()))
                        .add(queue);
            }
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        shown(hours, asked).forEach(hour -> rows.add(hour.row()));
        return new Rows(List.of("hour_at", "open", "awaiting_agent", "oldest_wait_ms"), rows);
    }

    private static Collection<Hour> shown(SortedMap<Instant, Hour> hours, Asked asked) {
        if (ChronoUnit.DAYS.between(asked.period().from(), asked.period().until()) <= MOST_DAYS_BY_HOUR) {
            return hours.values();
        }
        SortedMap<LocalDate, Hour> last = new TreeMap<>();
        hours.values().forEach(hour -> last.put(asked.startOf(hour.reportDate), hour));
        return last.values();
    }

    /** All queues at an hour. */
    private static final class Hour {

        private final Instant at;
        private final LocalDate reportDate;
        private long open;
        private long awaitingAgent;
        private @Nullable Long oldestWaitMs;

        Hour(Instant at, LocalDate reportDate) {
            this.at = at;
            this.reportDate = reportDate;
        }

        void add(QueueHour queue) {
            open += queue.open();
            awaitingAgent += queue.awaitingAgent();
            Long wait = queue.oldestWaitMs();
            if (wait != null && (oldestWaitMs == null || wait > oldestWaitMs)) {
                oldestWaitMs = wait;
            }
        }

        Map<String, @Nullable Object> row() {
            return new RowOf()
                    .with("hour_at", Rows.text(at))
                    .with("open", open)
                    .with("awaiting_agent", awaitingAgent)
                    .with("oldest_wait_ms", oldestWaitMs)
                    .row();
        }
    }
}
