/** SQL that lives in files. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.sql;
