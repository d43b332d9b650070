package dev.threadline.jobs.conversation;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A conversation among those of the same customer, in any thread.
 *
 * @param previousConversationId the one that started before
 * @param sinceEndOfPreviousMs from its end to this one's start; 0 where they overlap
 * @param cameBack the customer started another one within {@link #COMES_BACK_WITHIN} of this one's end
 */
public record Repeat(
        @Nullable String previousConversationId, @Nullable Long sinceEndOfPreviousMs, boolean cameBack)
        implements Serializable {

    public static final Repeat NONE = new Repeat(null, null, false);

    /** A customer who is back sooner than this was not helped. */
    public static final Duration COMES_BACK_WITHIN = Duration.ofDays(3);

    private static final Duration[] WINDOW_ENDS = {
        Duration.ofHours(1),
        Duration.ofDays(1),
        Duration.ofDays(3),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofDays(30)
    };
    private static final String[] WINDOW_NAMES = {"[0,1h)", "[1h,1d)", "[1d,3d)", "[3d,7d)", "[7d,14d)", "[14d,30d)"};

    /** The window that the distance falls into; {@code null} without a previous one or beyond 30 days. */
    public @Nullable String window() {
        if (sinceEndOfPreviousMs == null) {
            return null;
        }
        for (int i = 0; i < WINDOW_ENDS.length; i++) {
            if (sinceEndOfPreviousMs < WINDOW_ENDS[i].toMillis()) {
                return WINDOW_NAMES[i];
            }
        }
        return null;
    }
}
