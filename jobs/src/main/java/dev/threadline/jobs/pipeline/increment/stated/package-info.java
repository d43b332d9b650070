/** What was and what is, told apart. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.increment.stated;
