/** Threadline on a Spark cluster of several processes. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.cluster;
