package dev.threadline.jobs.load;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one agent carried in one slice of {@link #SLICE_MS}: one row of {@code agent_load}. Durations are milliseconds cut
 * at the slice's edges.
 */
public final class SliceLoad implements Serializable {

    private static final long serialVersionUID = 1;

    /** A quarter of an hour. */
    public static final long SLICE_MS = 15 * 60 * 1000L;

    /** Engaged time is told apart from 1 to this many conversations at once, the last including more. */
    public static final int DEPTHS = 8;

    private final String agentId;
    private final long sliceAt;
    private final long[] engagedMsAtDepth = new long[DEPTHS];
    private @Nullable String team;
    private long teamSince = Long.MAX_VALUE;
    int messages;
    long assignedMs;
    long engagedMs;
    long pendingMs;
    long engagedUnionMs;
    long handleMs;
    int peakAssigned;
    int peakEngaged;

    SliceLoad(String agentId, long sliceAt) {
        this.agentId = agentId;
        this.sliceAt = sliceAt;
    }

    void engagedAt(int depth, long millis) {
        peakEngaged = Math.max(peakEngaged, depth);
        engagedUnionMs += millis;
        engagedMsAtDepth[Math.min(depth, DEPTHS) - 1] += millis;
    }

    /** The slice's team is that of the work that began earliest, the first by name on a tie. */
    void workedFor(@Nullable String candidate, long since) {
        if (candidate == null || since > teamSince) {
            return;
        }
        if (since < teamSince || team == null || candidate.compareTo(team) < 0) {
            team = candidate;
            teamSince = since;
        }
    }

    public String agentId() {
        return agentId;
    }

    /** Start of the slice, epoch milliseconds. */
    public long sliceAt() {
        return sliceAt;
    }

    public @Nullable String team() {
        return team;
    }

    /** Public messages written. */
    public int messages() {
        return messages;
    }

    /** Ownership, summed over conversations. */
    public long assignedMs() {
        return assignedMs;
    }

    /** Live to and fro, summed over conversations. */
    public long engagedMs() {
        return engagedMs;
    }

    /** Owned conversations in which the customer had the last word, summed. */
    public long pendingMs() {
        return pendingMs;
    }

    /** Time engaged in at least one conversation. */
    public long engagedUnionMs() {
        return engagedUnionMs;
    }

    public long handleMs() {
        return handleMs;
    }

    /** Most conversations owned at one instant. */
    public int peakAssigned() {
        return peakAssigned;
    }

    /** Most conversations engaged in at one instant. */
    public int peakEngaged() {
        return peakEngaged;
    }

    /** Time engaged in exactly {@code depth} conversations at once, from 1; the last depth includes more. */
    public long engagedMsAt(int depth) {
        return engagedMsAtDepth[depth - 1];
    }
}
