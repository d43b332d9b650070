/** The laws that the tables of a build must obey before they are published. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.audit;
