/** Steps of long work, and what is said of them. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.progress;
