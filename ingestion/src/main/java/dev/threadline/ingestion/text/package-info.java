/** What can be told of a text by its words and marks, in a few bits. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.text;
