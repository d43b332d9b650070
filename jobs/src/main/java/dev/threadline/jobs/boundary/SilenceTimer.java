package dev.threadline.jobs.boundary;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a silence ends a conversation. */
@FunctionalInterface
public interface SilenceTimer {

    /** The timer of a channel; {@code null} if no silence ends its conversations. */
    @Nullable
    Duration of(String channel);
}
