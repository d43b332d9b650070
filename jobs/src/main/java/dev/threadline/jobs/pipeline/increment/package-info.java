/**
 * The incremental build: walks again what may have changed since the last publication, as it was and as it is, reads off its
 * tables what bears on that, and writes the rows that differ.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.increment;
