/** The conversations of one customer, in any thread. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.customer;
