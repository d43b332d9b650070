package dev.threadline.dashboard.bench;

/**
 * What one process took from its start to its end.
 *
 * @param wallSeconds as a clock on the wall shows
 * @param cpuSeconds of the process and its own children, user and system
 * @param peakBytes most memory held at one moment; 0 where the system does not tell
 */
record Measured(double wallSeconds, double cpuSeconds, long peakBytes) {}
