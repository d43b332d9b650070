/** Reads Parquet files. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source.parquet;
