/** Writes records to Parquet files column by column. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.parquet;
