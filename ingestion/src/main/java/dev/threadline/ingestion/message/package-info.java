/** Messages as they enter the warehouse: columns, validation, copies, text flags. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.message;
