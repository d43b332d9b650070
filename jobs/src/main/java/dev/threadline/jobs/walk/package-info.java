/** The one walk over a thread that finds its conversations and measures them. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.walk;
