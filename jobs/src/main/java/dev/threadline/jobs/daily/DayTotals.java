package dev.threadline.jobs.daily;

import dev.threadline.jobs.time.Elapsed;
import java.io.Serializable;
import java.util.EnumMap;

/** Counts and distributions of one day's row. Adding is associative and commutative: any order gives the same totals. */
public final class DayTotals implements Serializable {

    private static final long serialVersionUID = 1;

    private final EnumMap<Count, Long> counts = new EnumMap<>(Count.class);
    private final EnumMap<Measure, Distribution> distributions = new EnumMap<>(Measure.class);

    void add(Count count, long number) {
        counts.merge(count, number, Long::sum);
    }

    void observe(Measure measure, long millis) {
        of(measure).observe(millis);
    }

    /** Observes one duration on both clocks. */
    void observe(Measure wall, Measure business, Elapsed elapsed) {
        observe(wall, elapsed.wallMs());
        observe(business, elapsed.businessMs());
    }

    /** Adds another row's totals to these. */
    public DayTotals plus(DayTotals other) {
        other.counts.forEach(this::add);
        other.distributions.forEach((measure, distribution) -> of(measure).add(distribution));
        return this;
    }

    public long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** What was observed of a measure; empty if nothing was. */
    public Distribution of(Measure measure) {
        return distributions.computeIfAbsent(measure, unseen -> new Distribution());
    }
}
