package dev.threadline.jobs.daily;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Number, sum and bins of observed durations; adding is associative and commutative. There are as many of these as days,
 * channels, teams and modes, most with few bins: hence sorted arrays, which are small in memory and on the wire.
 */
public final class Distribution implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int FIRST_BINS = 4;

    /** The bins with any observation, ascending; beyond {@link #used} there is nothing. */
    private int[] bins = new int[FIRST_BINS];

    private long[] numbers = new long[FIRST_BINS];
    private int used;
    private long observations;
    private long sumMs;

    public void observe(long millis) {
        observations++;
        sumMs += millis;
        add(LogBins.of(millis), 1);
    }

    /** What a stored row says was observed. */
    public static Distribution of(long observations, long sumMs, Map<Integer, Long> bins) {
        Distribution distribution = new Distribution();
        distribution.observations = observations;
        distribution.sumMs = sumMs;
        bins.forEach(distribution::add);
        return distribution;
    }

    public void add(Distribution other) {
        observations += other.observations;
        sumMs += other.sumMs;
        for (int i = 0; i < other.used; i++) {
            add(other.bins[i], other.numbers[i]);
        }
    }

    void write(Output out) {
        out.writeVarLong(observations, false);
        out.writeVarLong(sumMs, false);
        out.writeVarInt(used, true);
        int before = 0;
        for (int i = 0; i < used; i++) {
            out.writeVarInt(bins[i] - before, true);
            out.writeVarLong(numbers[i], false);
            before = bins[i];
        }
    }

    static Distribution read(Input in) {
        Distribution distribution = new Distribution();
        distribution.observations = in.readVarLong(false);
        distribution.sumMs = in.readVarLong(false);
        distribution.used = in.readVarInt(true);
        distribution.bins = new int[Math.max(FIRST_BINS, distribution.used)];
        distribution.numbers = new long[distribution.bins.length];
        int before = 0;
        for (int i = 0; i < distribution.used; i++) {
            before += in.readVarInt(true);
            distribution.bins[i] = before;
            distribution.numbers[i] = in.readVarLong(false);
        }
        return distribution;
    }

    /** Takes away what is in another. */
    void subtract(Distribution other) {
        observations -= other.observations;
        sumMs -= other.sumMs;
        for (int i = 0; i < other.used; i++) {
            add(other.bins[i], -other.numbers[i]);
        }
    }

    boolean isNothing() {
        return observations == 0 && sumMs == 0 && bins().isEmpty();
    }

    private void add(int bin, long number) {
        int found = Arrays.binarySearch(bins, 0, used, bin);
        if (found >= 0) {
            numbers[found] += number;
            return;
        }
        int place = -found - 1;
        if (used == bins.length) {
            bins = Arrays.copyOf(bins, used * 2);
            numbers = Arrays.copyOf(numbers, used * 2);
        }
        System.arraycopy(bins, place, bins, place + 1, used - place);
        System.arraycopy(numbers, place, numbers, place + 1, used - place);
        bins[place] = bin;
        numbers[place] = number;
        used++;
    }

    public long observations() {
        return observations;
    }

    public long sumMs() {
        return sumMs;
    }

    /**
     * A value that so many thousandths of the observations do not exceed, within 1 %; {@code null} without any.
     *
     * @param perMille from 1 to 1000
     */
    public @Nullable Long quantile(int perMille) {
        long rank = (observations * perMille + 999) / 1000;
        long before = 0;
        for (int i = 0; i < used; i++) {
            before += numbers[i];
            if (before >= rank) {
                return LogBins.middle(bins[i]);
            }
        }
        return null;
    }

    /** Number of observations by {@link LogBins bin}. */
    public Map<Integer, Long> bins() {
        Map<Integer, Long> byBin = new TreeMap<>();
        for (int i = 0; i < used; i++) {
            if (numbers[i] != 0) {
                byBin.put(bins[i], numbers[i]);
            }
        }
        return byBin;
    }
}
