package dev.threadline.sample.chance;

/**
 * A stream of chance: SplitMix64 (Steele, Lea and Flood 2014) with the few distributions that the simulation needs.
 *
 * <p>Written out rather than taken from the JDK because the bytes of the log must not depend on the JDK's version; for
 * the same reason logarithms and powers are those of {@link StrictMath}.
 */
public final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;
    private double spareNormal = Double.NaN;

    private Dice(long state) {
        this.state = state;
    }

    /** The stream of a seed. */
    public static Dice seeded(long seed) {
        return new Dice(mix(seed));
    }

    /** The stream that belongs to the thing with this number, independent of all others of the same seed. */
    public static Dice of(long seed, long number) {
        return new Dice(mix(mix(seed) + (number + 1) * GOLDEN_GAMMA));
    }

    /** The next 64 bits. */
    public long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (bits() >>> 11) * UNIT;
    }

    /** True with this probability. */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** Uniform in [0, boundExclusive). */
    public int below(int boundExclusive) {
        return (int) (((bits() >>> 32) * boundExclusive) >>> 32);
    }

    /** Uniform in [startInclusive, endExclusive). */
    public long between(long startInclusive, long endExclusive) {
        return startInclusive + (long) (unit() * (endExclusive - startInclusive));
    }

    /** Standard normal (Marsaglia's polar method). */
    public double normal() {
        if (!Double.isNaN(spareNormal)) {
            double value = spareNormal;
            spareNormal = Double.NaN;
            return value;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * unit() - 1;
            y = 2 * unit() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareNormal = y * scale;
        return x * scale;
    }

    /** Log-normal with this median; sigma is the standard deviation of the logarithm. */
    public double lognormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** How often in a row something of this probability happens, at most {@code limit} times. */
    public int streak(double probability, int limit) {
        int length = 0;
        while (length < limit && chance(probability)) {
            length++;
        }
        return length;
    }

    /** An index drawn by weight; the weights need not add up to one. */
    public int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = unit() * total;
        for (int index = 0; index < weights.length - 1; index++) {
            left -= weights[index];
            if (left < 0) {
                return index;
            }
        }
        return weights.length - 1;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
