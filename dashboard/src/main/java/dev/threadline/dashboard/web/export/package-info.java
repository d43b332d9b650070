/** Whole tables as CSV, JSON lines or Parquet, streamed: what has begun to leave cannot be taken back. */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.web.export;
