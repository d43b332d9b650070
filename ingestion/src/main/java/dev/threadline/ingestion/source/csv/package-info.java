/** Reads CSV files: physical lines, the records in them, and their fields. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source.csv;
