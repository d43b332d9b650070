package dev.threadline.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of one channel.
 *
 * @param silence a gap of at least this length ends a conversation; {@code null} if no silence does
 * @param reopenWindow what comes earlier than this after a close belongs to the closed conversation; zero if nothing does
 * @param engagementWindow messages at most this far apart count as uninterrupted engagement
 */
public record ChannelRules(@Nullable Duration silence, Duration reopenWindow, Duration engagementWindow)
        implements Serializable {}
