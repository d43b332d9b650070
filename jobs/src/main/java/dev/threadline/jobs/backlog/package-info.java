/** What is open and who waits, at every full hour. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.backlog;
