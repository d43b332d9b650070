/** Synchronous or asynchronous: told by rhythm, never by channel. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.rhythm;
