package dev.threadline.jobs.customer;

/**
 * A conversation as one of its customer's. Instants are epoch milliseconds.
 *
 * @param place of its first activity in its thread, which tells it from the others of the thread
 * @param startedByCustomer nobody of the business began it
 */
public record CustomerConversation(
        String source,
        String threadId,
        String conversationId,
        int place,
        long startedAt,
        long endedAt,
        boolean startedByCustomer) {}
