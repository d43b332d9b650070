/** Stretches of time in which something may have changed. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.increment.window;
