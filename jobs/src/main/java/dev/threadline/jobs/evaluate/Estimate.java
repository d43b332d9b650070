package dev.threadline.jobs.evaluate;

/**
 * A measure with its 95 % interval; {@link Double#NaN} where there was nothing to divide by.
 *
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Estimate(double value, double low, double high) {}
