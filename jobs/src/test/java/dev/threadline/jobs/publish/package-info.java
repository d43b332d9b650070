/** The laws of builds and publications, with Spark. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.publish;
