/** The view {@code raw} over a run's files, and what a mapping's SELECT makes of it, and of records that were kept. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source.mapping;
