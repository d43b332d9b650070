/** The columns of the view {@code raw}, of whichever format its files are. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source.column;
