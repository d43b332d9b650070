package dev.threadline.jobs.pipeline.increment.window;

import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.time.Spans;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stretches of time by owner, such as an agent. Adding is associative. */
public final class Windows implements Serializable {

    private static final long serialVersionUID = 1;

    /** So many are put together into disjoint ones before more are added. */
    private static final int MANY = 64;

    private final Map<String, List<Span>> byOwner = new HashMap<>();

    /** A stretch {@code [startInclusive, endExclusive)} of an owner, epoch milliseconds. */
    public void add(String owner, long startInclusive, long endExclusive) {
        List<Span> spans = byOwner.computeIfAbsent(owner, unseen -> new ArrayList<>());
        spans.add(new Span(startInclusive, endExclusive));
        if (spans.size() % MANY == 0) {
            List<Span> union = Spans.union(spans);
            spans.clear();
            spans.addAll(union);
        }
    }

    /** Adds the stretches of others. */
    public Windows plus(Windows other) {
        other.byOwner.forEach(
                (owner, spans) -> spans.forEach(span -> add(owner, span.startInclusive(), span.endExclusive())));
        return this;
    }

    /** The windows widened to whole multiples of {@code unitMs}, disjoint and in order, to be looked up. */
    public Windows inWhole(long unitMs) {
        Windows whole = new Windows();
        byOwner.forEach((owner, spans) -> whole.byOwner.put(
                owner,
                Spans.union(spans.stream()
                        .map(span -> new Span(
                                Math.floorDiv(span.startInclusive(), unitMs) * unitMs,
                                -Math.floorDiv(-span.endExclusive(), unitMs) * unitMs))
                        .toList())));
        return whole;
    }

    /** Whether {@code [startInclusive, endExclusive)} shares an instant with a window of the owner; call {@link #inWhole} first. */
    public boolean overlap(String owner, long startInclusive, long endExclusive) {
        List<Span> spans = of(owner);
        int first = Spans.firstEndingAfter(startInclusive, spans);
        return first < spans.size() && spans.get(first).startInclusive() < endExclusive;
    }

    /** Whether no instant lies in any of them: an owner's only stretch may have no length. */
    boolean isEmpty() {
        return byOwner.values().stream().allMatch(List::isEmpty);
    }

    /** The windows of an owner. */
    public List<Span> of(String owner) {
        return byOwner.getOrDefault(owner, List.of());
    }

    /** The first instant of any window; {@code Long.MAX_VALUE} if there is none. */
    long earliest() {
        return byOwner.values().stream()
                .flatMap(List::stream)
                .mapToLong(Span::startInclusive)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** When the last of all windows ends; {@code Long.MIN_VALUE} if there is none. */
    long latest() {
        return byOwner.values().stream()
                .flatMap(List::stream)
                .mapToLong(Span::endExclusive)
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
