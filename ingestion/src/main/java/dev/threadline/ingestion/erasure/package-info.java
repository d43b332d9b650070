/** Who was forgotten, as keyed hashes, and how their records are kept from coming back. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.erasure;
