package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.warehouse.Vacuum;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was removed of customers, to be kept as evidence. It names nobody: a customer is known by the hash of the id.
 *
 * @param messages whose text and names were removed, of everybody in the customers' threads
 * @param rejects refused records whose raw form was removed
 * @param aliases former ids of their conversations that were removed
 * @param publicationId what readers see now; null if nothing was ever published
 * @param reduced earlier publications that have only their aggregates now
 * @param numbersUnchanged whether the aggregates are the same as before; null where there is nothing to compare with, or
 *     something else changed too
 * @param freed files that were deleted
 */
public record Receipt(
        String runId,
        Instant forgottenAt,
        List<Customer> customers,
        long messages,
        long rejects,
        long aliases,
        @Nullable Long publicationId,
        List<Long> reduced,
        @Nullable Boolean numbersUnchanged,
        Vacuum.Freed freed) {

    /**
     * What was found of a customer.
     *
     * @param hash of the id, as in {@code erased_ids}
     * @param messages in their threads, of everybody
     */
    public record Customer(String hash, long threads, long messages) {}

    /** How many of the ids are those of nobody in the log. */
    public long unknown() {
        return customers.stream().filter(customer -> customer.threads() == 0).count();
    }

    /** Whether what readers saw before was built of other messages than what they see now. */
    public boolean showsMore() {
        return publicationId != null && numbersUnchanged == null && messages + rejects + aliases > 0;
    }

    /** Whether no file of the warehouse tells of them any more. */
    public boolean isComplete() {
        return freed.unfinished() == 0;
    }
}
