/** Options that several commands have, and what they come to for a warehouse and for Spark. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.cli.option;
