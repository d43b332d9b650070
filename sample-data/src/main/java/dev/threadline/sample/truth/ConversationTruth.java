package dev.threadline.sample.truth;

import org.jspecify.annotations.Nullable;

/**
 * What really became of one conversation; instants in epoch milliseconds, {@code Message.NONE} where there is none.
 *
 * @param outcome resolved, bot, unresolved, abandoned, merged, outreach or open
 * @param endedAtMs its last message of a person or a bot; none while it goes on
 * @param resolvedAtMs when the answer was sent that settled the last need
 * @param abandonedAtMs when the customer stopped waiting
 * @param leftSilently whether they went without a word
 * @param returns how often the customer came back with a need that had been answered
 * @param attentionMs what agents really spent on it, reading and notes included
 */
public record ConversationTruth(
        String conversationId,
        String threadId,
        String customerId,
        String channel,
        String team,
        String language,
        String topic,
        String initiatedBy,
        String outcome,
        long startedAtMs,
        long endedAtMs,
        long resolvedAtMs,
        long abandonedAtMs,
        boolean leftSilently,
        long needs,
        long messages,
        long reopens,
        long returns,
        long transfers,
        long agents,
        long attentionMs,
        @Nullable String repeatsConversationId,
        @Nullable String mergedIntoConversationId) {}
