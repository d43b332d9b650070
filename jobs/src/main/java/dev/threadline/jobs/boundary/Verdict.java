package dev.threadline.jobs.boundary;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about the gap between two consecutive activities.
 *
 * @param boundary whether a conversation ends in the gap
 * @param reason why the earlier conversation ended; meaningful for a boundary
 * @param confidence probability that the boundary is real, in [0, 1]; none for a bare timer
 * @param explanation one sentence a person understands, without message text
 */
public record Verdict(
        boolean boundary,
        EndReason reason,
        @Nullable Double confidence,
        @Nullable String explanation) implements Serializable {

    /** The two activities belong to one conversation. */
    public static final Verdict TOGETHER = new Verdict(false, EndReason.OPEN, null, null);
}
