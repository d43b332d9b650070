package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.cube.Asked.Point;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.result.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The backlog over time: by the hour, over a month by the last hour of each point. */
final class BacklogChart {

    private static final int MOST_DAYS_BY_HOUR = 31;
    private static final Duration HOUR = Duration.ofHours(1);

    private BacklogChart() {}

    static Rows rows(Cube cube, Asked asked) {
        Map<Instant, Hour> counted = new HashMap<>();
        for (QueueHour queue : cube.counts()
                .queueHours()
                .of(asked.period().from(), asked.period().until())) {
            if (queue.fits(asked.filters())) {
                counted.computeIfAbsent(queue.hourAt(), hour -> new Hour()).add(queue);
            }
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Instant at : shown(asked)) {
            Hour hour = counted.getOrDefault(at, new Hour());
            rows.add(hour.row(at, counted.containsKey(at) || asked.knows(at)));
        }
        return new Rows(List.of("hour_at", "open", "awaiting_agent", "oldest_wait_ms"), rows);
    }

    private static List<Instant> shown(Asked asked) {
        Period period = asked.period();
        if (ChronoUnit.DAYS.between(period.from(), period.until()) <= MOST_DAYS_BY_HOUR) {
            return hours(period).toList();
        }
        return asked.points().stream()
                .map(Point::period)
                .flatMap(part -> last(hours(part).filter(asked::knows)).or(() -> last(hours(part))).stream())
                .toList();
    }

    private static Optional<Instant> last(Stream<Instant> hours) {
        return hours.reduce((earlier, later) -> later);
    }

    /** The full hours of a period, in UTC. */
    private static Stream<Instant> hours(Period period) {
        Instant from = period.fromInstant();
        Instant full = from.truncatedTo(ChronoUnit.HOURS);
        Instant first = full.isBefore(from) ? full.plus(HOUR) : full;
        return Stream.iterate(first, hour -> hour.isBefore(period.untilInstant()), hour -> hour.plus(HOUR));
    }

    /** All queues at an hour. */
    private static final class Hour {

        private long open;
        private long awaitingAgent;
        private @Nullable Long oldestWaitMs;

        void add(QueueHour queue) {
            open += queue.open();
            awaitingAgent += queue.awaitingAgent();
            Long wait = queue.oldestWaitMs();
            if (wait != null && (oldestWaitMs == null || wait > oldestWaitMs)) {
                oldestWaitMs = wait;
            }
        }

        Map<String, @Nullable Object> row(Instant at, boolean isKnown) {
            return new RowOf()
                    .with("hour_at", Rows.text(at))
                    .with("open", isKnown ? open : null)
                    .with("awaiting_agent", isKnown ? awaitingAgent : null)
                    .with("oldest_wait_ms", oldestWaitMs)
                    .row();
        }
    }
}
