/** One thread's records as the core sees them, and their order. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.thread;
