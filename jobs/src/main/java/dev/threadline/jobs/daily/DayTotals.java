package dev.threadline.jobs.daily;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.threadline.jobs.time.Elapsed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts and distributions of one day's row. Adding is associative and commutative: any order gives the same totals. */
@SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
public final class DayTotals {

    private final long[] counts = new long[Count.values().length];
    private final @Nullable Distribution[] distributions = new @Nullable Distribution[Measure.values().length];

    void add(Count count, long number) {
        counts[count.ordinal()] += number;
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
        for (Count count : Count.values()) {
            add(count, other.count(count));
        }
        for (Measure measure : Measure.values()) {
            of(measure).add(other.of(measure));
        }
        return this;
    }

    /** Takes away another row's totals. */
    void subtract(DayTotals other) {
        for (Count count : Count.values()) {
            add(count, -other.count(count));
        }
        for (Measure measure : Measure.values()) {
            of(measure).subtract(other.of(measure));
        }
    }

    /** Whether nothing was counted or observed. */
    public boolean isNothing() {
        return Arrays.stream(counts).allMatch(count -> count == 0)
                && Arrays.stream(distributions).allMatch(one -> one == null || one.isNothing());
    }

    void write(Output out) {
        for (long count : counts) {
            out.writeVarLong(count, false);
        }
        for (Distribution distribution : distributions) {
            out.writeBoolean(distribution != null);
            if (distribution != null) {
                distribution.write(out);
            }
        }
    }

    static DayTotals read(Input in) {
        DayTotals totals = new DayTotals();
        for (int i = 0; i < totals.counts.length; i++) {
            totals.counts[i] = in.readVarLong(false);
        }
        for (int i = 0; i < totals.distributions.length; i++) {
            totals.distributions[i] = in.readBoolean() ? Distribution.read(in) : null;
        }
        return totals;
    }

    public long count(Count count) {
        return counts[count.ordinal()];
    }

    /** What was observed of a measure; empty if nothing was. */
    public Distribution of(Measure measure) {
        Distribution distribution = distributions[measure.ordinal()];
        if (distribution == null) {
            distribution = new Distribution();
            distributions[measure.ordinal()] = distribution;
        }
        return distribution;
    }
}
