@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion;
