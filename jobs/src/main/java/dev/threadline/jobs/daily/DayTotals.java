package dev.threadline.jobs.daily;

import dev.threadline.jobs.time.Elapsed;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** Counts, sums and bins of one day's row. Adding is associative and commutative: any order gives the same totals. */
public final class DayTotals implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] counts = new long[Count.values().length];
    private final long[] observations = new long[Measure.values().length];
    private final long[] sumsMs = new long[Measure.values().length];
    private final TreeMap<Integer, TreeMap<Integer, Long>> bins = new TreeMap<>();

    void add(Count count, long number) {
        counts[count.ordinal()] += number;
    }

    void observe(Measure measure, long millis) {
        observations[measure.ordinal()]++;
        sumsMs[measure.ordinal()] += millis;
        binsOf(measure).merge(LogBins.of(millis), 1L, Long::sum);
    }

    /** Observes one duration on both clocks. */
    void observe(Measure wall, Measure business, Elapsed elapsed) {
        observe(wall, elapsed.wallMs());
        observe(business, elapsed.businessMs());
    }

    /** Adds another row's totals to these. */
    public DayTotals plus(DayTotals other) {
        for (Count count : Count.values()) {
            counts[count.ordinal()] += other.counts[count.ordinal()];
        }
        for (Measure measure : Measure.values()) {
            observations[measure.ordinal()] += other.observations[measure.ordinal()];
            sumsMs[measure.ordinal()] += other.sumsMs[measure.ordinal()];
            other.bins(measure).forEach((bin, number) -> binsOf(measure).merge(bin, number, Long::sum));
        }
        return this;
    }

    public long count(Count count) {
        return counts[count.ordinal()];
    }

    public long observations(Measure measure) {
        return observations[measure.ordinal()];
    }

    public long sumMs(Measure measure) {
        return sumsMs[measure.ordinal()];
    }

    /** Number of observations by {@link LogBins bin}. */
    public Map<Integer, Long> bins(Measure measure) {
        return bins.getOrDefault(measure.ordinal(), new TreeMap<>());
    }

    private TreeMap<Integer, Long> binsOf(Measure measure) {
        return bins.computeIfAbsent(measure.ordinal(), ordinal -> new TreeMap<>());
    }
}
