/** What every table of the warehouse shares: how it is described, where it lives, how it is written. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.warehouse;
