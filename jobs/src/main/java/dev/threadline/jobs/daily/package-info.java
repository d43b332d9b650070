/** Counts, sums and quantile bins by day, from which any range of days can be reported. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.daily;
