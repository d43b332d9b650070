package dev.threadline.ingestion.erasure;

import dev.threadline.ingestion.warehouse.Table;

/**
 * An id of a customer who was forgotten, or of one of their threads: one row of {@code erased_ids}.
 *
 * @param hash of the id, by {@link ErasureKey}
 * @param erasedAt when, epoch milliseconds; records sent later are those of somebody new
 */
public record ErasedId(String hash, long erasedAt, String runId) {

    /** The table {@code erased_ids}: read at its newest version. */
    public static final Table<ErasedId> TABLE = Table.<ErasedId>named(
                    "erased_ids", "One row per id of a forgotten customer or of one of their threads, as a keyed hash.")
            .prunedBy("erased_at")
            .id("hash", "HMAC-SHA256 of the id, in hexadecimal; the key lies beside the tables.", ErasedId::hash)
            .instant("erased_at", "When; records sent until then are not taken in again.", ErasedId::erasedAt)
            .string("run_id", "The run that forgot it.", ErasedId::runId)
            .build();
}
