/**
 * One run of ingestion from files to the tables {@code messages} and {@code rejected_records}, and the ledger of files that
 * were taken in.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.intake;
