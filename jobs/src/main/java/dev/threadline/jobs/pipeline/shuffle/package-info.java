/** Brings rows together, and results to the driver: Spark, and no rule of ours. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.shuffle;
