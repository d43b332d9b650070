/** The benchmark: Threadline raced against plain DuckDB and Spark, each a process of its own. */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.bench;
