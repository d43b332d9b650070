package dev.threadline.jobs.stint;

import dev.threadline.jobs.time.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the stints of one conversation from who is assigned, who writes, and when it closes and reopens. */
public final class StintCollector {

    private record Ended(Running stint, long endedAt, Stint.End reason) {}

    private static final class Running {
        final String agentId;
        final long startedAt;
        final Stint.Start reason;
        int messages;

        Running(String agentId, long startedAt, Stint.Start reason) {
            this.agentId = agentId;
            this.startedAt = startedAt;
            this.reason = reason;
        }
    }

    private final List<Ended> ended = new ArrayList<>();
    private @Nullable Running running;
    private @Nullable String ownerAfterReopening;
    private boolean closed;
    private int transfers;
    private int returnsToQueue;

    /** A human is assigned, or, with {@code agentId} none, a bot. */
    public void assigned(long at, @Nullable String agentId) {
        if (closed) {
            ownerAfterReopening = agentId;
        } else if (agentId == null) {
            end(at, Stint.End.TRANSFERRED);
        } else {
            own(agentId, at, Stint.Start.ASSIGNED);
        }
    }

    public void queued(long at) {
        if (closed) {
            ownerAfterReopening = null;
        } else if (running != null) {
            returnsToQueue++;
            end(at, Stint.End.QUEUED);
        }
    }

    /** A human writes publicly. Returns the number of the stint this belongs to; none while the conversation is closed. */
    public @Nullable Integer writes(long at, String agentId) {
        if (closed) {
            return null;
        }
        own(agentId, at, Stint.Start.TAKEOVER).messages++;
        return ended.size() + 1;
    }

    public void closed(long at) {
        ownerAfterReopening = running == null ? null : running.agentId;
        end(at, Stint.End.CLOSED);
        closed = true;
    }

    public void reopened(long at) {
        closed = false;
        if (ownerAfterReopening != null) {
            running = new Running(ownerAfterReopening, at, Stint.Start.REOPENED);
        }
    }

    /** The {@code assigned} event that began the running stint, if one did. */
    public @Nullable Long assignedAt() {
        return running != null && running.reason == Stint.Start.ASSIGNED ? Long.valueOf(running.startedAt) : null;
    }

    public int transfers() {
        return transfers;
    }

    public int returnsToQueue() {
        return returnsToQueue;
    }

    /**
     * The stints of the conversation, clipped to it.
     *
     * @param openUntil as-of where the conversation is still open, else none
     */
    public List<Stint> stints(long startedAt, long endedAt, @Nullable Long openUntil) {
        long end = openUntil == null ? endedAt : openUntil;
        List<Ended> all = new ArrayList<>(ended);
        if (running != null) {
            Stint.End reason = openUntil == null ? Stint.End.ENDED : Stint.End.OPEN;
            all.add(new Ended(running, Math.max(running.startedAt, end), reason));
        }
        List<Stint> stints = new ArrayList<>(all.size());
        for (Ended one : all) {
            Span owned = new Span(one.stint.startedAt, one.endedAt);
            Long assignedAt = one.stint.reason == Stint.Start.ASSIGNED ? Long.valueOf(one.stint.startedAt) : null;
            stints.add(new Stint(
                    stints.size() + 1,
                    one.stint.agentId,
                    owned,
                    owned.clip(startedAt, end),
                    one.stint.reason,
                    one.reason,
                    one.stint.messages,
                    assignedAt));
        }
        return stints;
    }

    private Running own(String agentId, long at, Stint.Start reason) {
        Running before = running;
        if (before != null && before.agentId.equals(agentId)) {
            return before;
        }
        if (before != null) {
            transfers++;
            end(at, Stint.End.TRANSFERRED);
        }
        Running now = new Running(agentId, at, reason);
        running = now;
        return now;
    }

    private void end(long at, Stint.End reason) {
        if (running != null) {
            ended.add(new Ended(running, at, reason));
            running = null;
        }
    }
}
