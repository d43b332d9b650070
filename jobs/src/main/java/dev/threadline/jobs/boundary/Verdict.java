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

    private static final double THOUSAND = 1000;

    /** The two activities belong to one conversation. */
    public static final Verdict TOGETHER = new Verdict(false, EndReason.OPEN, null, null);

    /** The conversation is not over. */
    static Verdict open(String explanation) {
        return new Verdict(false, EndReason.OPEN, null, explanation);
    }

    /** It ended by a bare timer. */
    static Verdict silence(String explanation) {
        return new Verdict(true, EndReason.SILENCE, null, explanation);
    }

    /** It ended by the judgement of a model. */
    static Verdict model(int perMille, String explanation) {
        return new Verdict(true, EndReason.MODEL, perMille / THOUSAND, explanation);
    }

    /** It was ended explicitly. */
    public static Verdict explicit(String explanation) {
        return new Verdict(true, EndReason.CLOSED, 1.0, explanation);
    }
}
