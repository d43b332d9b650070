/** One run of a command: the work on the warehouse, what is said and noted of it, and how it ends. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.cli.session;
