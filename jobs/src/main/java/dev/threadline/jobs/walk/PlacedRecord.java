package dev.threadline.jobs.walk;

import dev.threadline.jobs.thread.Message;
import org.jspecify.annotations.Nullable;

/**
 * A record and the conversation it was found to belong to.
 *
 * @param conversationId none where it belongs to no conversation
 * @param place in the thread's order, from 1
 * @param turn the customer turn that it is part of, if any
 * @param spell the spell it lies in; none while the conversation was closed
 */
public record PlacedRecord(
        Message message,
        @Nullable String conversationId,
        int place,
        @Nullable Integer turn,
        @Nullable Integer spell) {}
