/** How tables change, and changes them in place. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.increment.table;
