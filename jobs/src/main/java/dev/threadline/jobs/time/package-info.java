/** Half-open spans of time and what is covered by them. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.time;
