/** Where one conversation ends and the next begins. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.boundary;
