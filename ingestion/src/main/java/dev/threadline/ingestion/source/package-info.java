/** Users' files and how they become the view {@code raw}: finding, reading, the ledger, and the mappings over it. */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source;
