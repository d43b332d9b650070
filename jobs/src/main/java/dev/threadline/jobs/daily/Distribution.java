package dev.threadline.jobs.daily;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** Number, sum and bins of observed durations; adding is associative and commutative. */
public final class Distribution implements Serializable {

    private static final long serialVersionUID = 1;

    private final TreeMap<Integer, Long> bins = new TreeMap<>();
    private long observations;
    private long sumMs;

    void observe(long millis) {
        observations++;
        sumMs += millis;
        bins.merge(LogBins.of(millis), 1L, Long::sum);
    }

    void add(Distribution other) {
        observations += other.observations;
        sumMs += other.sumMs;
        other.bins.forEach((bin, number) -> bins.merge(bin, number, Long::sum));
    }

    public long observations() {
        return observations;
    }

    public long sumMs() {
        return sumMs;
    }

    /** Number of observations by {@link LogBins bin}. */
    public Map<Integer, Long> bins() {
        return bins;
    }
}
