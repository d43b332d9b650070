package dev.threadline.jobs.boundary;

/** Logarithms in whole numbers: 16 for each doubling, straight between powers of two. No machine rounds them otherwise. */
final class LogScale {

    private static final int STEPS = 16;

    private LogScale() {}

    /** The logarithm of a number from 1 on. */
    static int of(long number) {
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(number);
        return STEPS * power + (int) (((number - (1L << power)) * STEPS) >> power);
    }

    /** The logarithm of the whole seconds in some milliseconds, and one more. */
    static int ofMillis(long millis) {
        return of(millis / 1000 + 1);
    }
}
