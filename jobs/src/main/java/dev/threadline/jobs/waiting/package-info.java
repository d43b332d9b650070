/** What customers wait for: first response and waiting time by owner. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.waiting;
