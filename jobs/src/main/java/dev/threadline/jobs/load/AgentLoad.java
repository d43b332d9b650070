package dev.threadline.jobs.load;

import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.time.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what one agent carried, from intervals in any order, and cuts it into slices. */
public final class AgentLoad {

    private static final List<Span> ALWAYS = List.of(new Span(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2));

    private static final int SLICES_PER_DAY = (int) (Duration.ofDays(1).toMillis() / SliceLoad.SLICE_MS);

    private final String agentId;

    /** When the slices are that are asked for; sorted, disjoint, and in whole slices. */
    private final List<Span> windows;

    /** The slices of each day since 1970. */
    private final Map<Long, @Nullable SliceLoad[]> days = new HashMap<>();

    /** The day asked for before: what is told comes mostly in order of time. */
    private @Nullable SliceLoad @Nullable [] recent;

    private long recentDay;

    private final List<Span> assigned = new ArrayList<>();
    private final List<Span> engaged = new ArrayList<>();

    /** The load of all time. */
    public AgentLoad(String agentId) {
        this(agentId, ALWAYS);
    }

    /**
     * The load within windows; what is told of other times is passed over.
     *
     * @param windows sorted, disjoint, and in whole slices
     */
    public AgentLoad(String agentId, List<Span> windows) {
        this.agentId = agentId;
        this.windows = windows;
    }

    /** A conversation was the agent's own. */
    public void assigned(Span span, @Nullable String team) {
        for (Span part : Spans.within(span, windows)) {
            assigned.add(part);
            cut(part, (slice, millis) -> {
                slice.assignedMs += millis;
                slice.ownedFor(team, span.startInclusive());
            });
        }
        // Its team is that of the slice it ends in too, be it at the very edge.
        long end = span.endExclusive();
        if (isInWindows(end)) {
            slice(end).ownedFor(team, span.startInclusive());
        }
    }

    /** A conversation of the agent's was live. */
    public void engaged(Span span) {
        for (Span part : Spans.within(span, windows)) {
            engaged.add(part);
            cut(part, (slice, millis) -> slice.engagedMs += millis);
        }
    }

    /** The customer had the last word in a conversation of the agent's. */
    public void pending(Span span) {
        for (Span part : Spans.within(span, windows)) {
            cut(part, (slice, millis) -> slice.pendingMs += millis);
        }
    }

    /** The agent wrote publicly, with the attention credited to the message. */
    public void wrote(long sentAt, Span credit) {
        if (isInWindows(sentAt)) {
            slice(sentAt).messages++;
        }
        for (Span part : Spans.within(credit, windows)) {
            cut(part, (slice, millis) -> slice.handleMs += millis);
        }
    }

    /** The slices with any load, in order; call it once, at the end. */
    public List<SliceLoad> slices() {
        return touched().stream().filter(slice -> !slice.isEmpty()).toList();
    }

    /** Those, and slices that a stint gives no more than its team; call it once, at the end. */
    public List<SliceLoad> touched() {
        Depths.walk(
                assigned,
                (from, to, depth) -> cut(
                        new Span(from, to),
                        (slice, millis) -> slice.peakAssigned = Math.max(slice.peakAssigned, depth)));
        Depths.walk(
                engaged,
                (from, to, depth) -> cut(new Span(from, to), (slice, millis) -> slice.engagedAt(depth, millis)));
        return days.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(day -> Arrays.stream(day.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isInWindows(long instant) {
        int first = Spans.firstEndingAfter(instant, windows);
        return first < windows.size() && windows.get(first).startInclusive() <= instant;
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
        long number = Math.floorDiv(instant, SliceLoad.SLICE_MS);
        @Nullable SliceLoad[] day = day(Math.floorDiv(number, SLICES_PER_DAY));
        int place = Math.floorMod(number, SLICES_PER_DAY);
        SliceLoad slice = day[place];
        if (slice == null) {
            slice = new SliceLoad(agentId, number * SliceLoad.SLICE_MS);
            day[place] = slice;
        }
        return slice;
    }

    private @Nullable SliceLoad[] day(long number) {
        @Nullable SliceLoad[] day = recent;
        if (day == null || number != recentDay) {
            day = days.computeIfAbsent(number, unseen -> new @Nullable SliceLoad[SLICES_PER_DAY]);
            recent = day;
            recentDay = number;
        }
        return day;
    }
}
