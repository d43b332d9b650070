/** Reads files of JSON lines, in parallel pieces, and without a parser where a record is plain. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source.json;
