package dev.threadline.jobs.load;

import dev.threadline.jobs.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what one agent carried, from intervals in any order, and cuts it into slices. */
public final class AgentLoad {

    private final String agentId;

    /** By the slice's number since 1970: its instant's low bits are all alike, which a hash map bears badly. */
    private final Map<Long, SliceLoad> slices = new HashMap<>();

    private final List<Span> assigned = new ArrayList<>();
    private final List<Span> engaged = new ArrayList<>();

    public AgentLoad(String agentId) {
        this.agentId = agentId;
    }

    /** A conversation was the agent's own. */
    public void assigned(Span span, @Nullable String team) {
        assigned.add(span);
        cut(span, (slice, millis) -> {
            slice.assignedMs += millis;
            slice.workedFor(team, span.startInclusive());
        });
    }

    /** A conversation of the agent's was live. */
    public void engaged(Span span) {
        engaged.add(span);
        cut(span, (slice, millis) -> slice.engagedMs += millis);
    }

    /** The customer had the last word in a conversation of the agent's. */
    public void pending(Span span) {
        cut(span, (slice, millis) -> slice.pendingMs += millis);
    }

    /** The agent wrote publicly, with the attention credited to the message. */
    public void wrote(long sentAt, Span credit, @Nullable String team) {
        SliceLoad slice = slice(sentAt);
        slice.messages++;
        slice.workedFor(team, sentAt);
        cut(credit, (part, millis) -> part.handleMs += millis);
    }

    /** The slices with any load, in order; call it once, at the end. */
    public List<SliceLoad> slices() {
        Depths.walk(
                assigned,
                (from, to, depth) -> cut(
                        new Span(from, to),
                        (slice, millis) -> slice.peakAssigned = Math.max(slice.peakAssigned, depth)));
        Depths.walk(
                engaged,
                (from, to, depth) -> cut(new Span(from, to), (slice, millis) -> slice.engagedAt(depth, millis)));
        return slices.values().stream()
                .sorted(Comparator.comparingLong(SliceLoad::sliceAt))
                .toList();
    }

    private interface Part {
        void add(SliceLoad slice, long millis);
    }

    private void cut(Span span, Part part) {
        long from = span.startInclusive();
        while (from < span.endExclusive()) {
            long edge = Math.floorDiv(from, SliceLoad.SLICE_MS) * SliceLoad.SLICE_MS + SliceLoad.SLICE_MS;
            long to = Math.min(edge, span.endExclusive());
            part.add(slice(from), to - from);
            from = to;
        }
    }

    private SliceLoad slice(long instant) {
        return slices.computeIfAbsent(
                Math.floorDiv(instant, SliceLoad.SLICE_MS),
                number -> new SliceLoad(agentId, number * SliceLoad.SLICE_MS));
    }
}
