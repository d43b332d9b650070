/** The files that a user means: which there are, of which format, and how their text is opened. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source.file;
