/** The commands that learn from a log, or measure what was learned: {@code evaluate} and {@code calibrate}. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.cli.learn;
