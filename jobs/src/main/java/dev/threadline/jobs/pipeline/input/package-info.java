/** Reads messages, and known conversations, into what the core knows. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.input;
