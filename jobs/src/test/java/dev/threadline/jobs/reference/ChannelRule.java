package dev.threadline.jobs.reference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the reference is told of a channel; {@code default} stands for every channel without a rule of its own.
 *
 * @param silence the gap that ends a conversation, {@code null} where silence never does
 */
public record ChannelRule(
        String channel, @Nullable Duration silence, Duration reopenWindow, Duration engagementWindow) {}
