/** The Spark shell: brings the records of a thread, an agent, a customer together, calls the core, writes. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline;
