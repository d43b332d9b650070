package dev.threadline.jobs.attention;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A public message of a human as handle time sees it. Instants are epoch milliseconds.
 *
 * @param place in the thread, from 1
 * @param creditFrom the earliest instant that its attention can start at, as far as its own thread tells: the first
 *     message of the turn it answers, the assignment that began the stint, or the attention cap before it, whichever is
 *     latest
 * @param stint the stint it was written in; none while the conversation was closed
 */
public record HumanMessage(
        String agentId,
        long sentAt,
        int place,
        long creditFrom,
        @Nullable Integer stint) implements Serializable {}
