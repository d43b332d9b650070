/** One run of ingestion from files to the tables {@code messages} and {@code rejected_records}. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.intake;
