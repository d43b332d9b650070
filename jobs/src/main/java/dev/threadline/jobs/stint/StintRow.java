package dev.threadline.jobs.stint;

import dev.threadline.jobs.time.Elapsed;
import org.jspecify.annotations.Nullable;

/** A stint with what identifies its conversation and the work in it: one row of {@code stints}. */
public record StintRow(
        String source,
        String threadId,
        String conversationId,
        String channel,
        @Nullable String team,
        Stint stint,
        Elapsed handle,
        Elapsed engaged,
        Elapsed assigned) {}
