package dev.threadline.jobs.load;

import dev.threadline.jobs.thread.Utf8Order;
import java.io.Serializable;
import java.util.Arrays;
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
    final long[] engagedMsAtDepth = new long[DEPTHS];

    @Nullable
    String team;

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

    /** A slice without any load. */
    public static SliceLoad none(String agentId, long sliceAt) {
        return new SliceLoad(agentId, sliceAt);
    }

    /**
     * The slice after a change, of which only a part of the agent's work is known: what adds up is more by what that part
     * comes to after the change less what it came to before. The part is to hold all stints that touch the slice, so that
     * their peak and the team are its own; and, where live conversations changed, all of those, whose peak else stays.
     */
    public SliceLoad changed(SliceLoad before, SliceLoad after) {
        SliceLoad changed = new SliceLoad(agentId, sliceAt);
        changed.messages = messages + after.messages - before.messages;
        changed.assignedMs = assignedMs + after.assignedMs - before.assignedMs;
        changed.engagedMs = engagedMs + after.engagedMs - before.engagedMs;
        changed.pendingMs = pendingMs + after.pendingMs - before.pendingMs;
        changed.engagedUnionMs = engagedUnionMs + after.engagedUnionMs - before.engagedUnionMs;
        changed.handleMs = handleMs + after.handleMs - before.handleMs;
        Arrays.setAll(
                changed.engagedMsAtDepth,
                depth -> engagedMsAtDepth[depth] + after.engagedMsAtDepth[depth] - before.engagedMsAtDepth[depth]);
        changed.peakAssigned = after.peakAssigned;
        changed.peakEngaged = after.peakEngaged == before.peakEngaged ? peakEngaged : after.peakEngaged;
        changed.team = after.team;
        return changed;
    }

    /** Whether there is no load at all. */
    public boolean isEmpty() {
        return messages == 0 && assignedMs == 0 && engagedMs == 0 && pendingMs == 0 && handleMs == 0;
    }

    void engagedAt(int depth, long millis) {
        peakEngaged = Math.max(peakEngaged, depth);
        engagedUnionMs += millis;
        engagedMsAtDepth[Math.min(depth, DEPTHS) - 1] += millis;
    }

    /** The slice's team is that of the stint that began earliest of those that touch it, the first by name on a tie. */
    void ownedFor(@Nullable String candidate, long since) {
        if (candidate == null || since > teamSince) {
            return;
        }
        if (since < teamSince || team == null || Utf8Order.compare(candidate, team) < 0) {
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
