package dev.threadline.dashboard.cube;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Durations that were observed: how many and what they add up to.
 *
 * @param n observations
 * @param sumMs their sum, in milliseconds
 * @param provisional those of conversations that can still change
 */
record Observed(long n, long sumMs, long provisional) {

    private static final double OF_NOTE = 0.01;

    /** All of these together. */
    static Observed all(Collection<Observed> parts) {
        long n = 0;
        long sum = 0;
        long provisional = 0;
        for (Observed part : parts) {
            n += part.n;
            sum += part.sumMs;
            provisional += part.provisional;
        }
        return new Observed(n, sum, provisional);
    }

    /** The mean, in milliseconds; of nothing there is none. */
    @Nullable
    Double meanMs() {
        return n == 0 ? null : (double) sumMs / n;
    }

    /** Whether more than one in a hundred can still change. */
    boolean isProvisional() {
        return isProvisional(provisional, n);
    }

    static boolean isProvisional(long provisional, long n) {
        return n > 0 && (double) provisional / n > OF_NOTE;
    }
}
