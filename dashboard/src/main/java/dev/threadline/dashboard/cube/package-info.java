/**
 * What the overview asks of a publication, held in memory: counts by report date, and durations in an order from which any
 * period's quantiles follow exactly. The query files say what the numbers mean; the same numbers come out here without
 * reading a row.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.cube;
