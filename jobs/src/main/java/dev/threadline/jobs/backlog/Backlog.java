package dev.threadline.jobs.backlog;

import dev.threadline.jobs.time.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps over one queue's spans in order of their start and notes at every full hour how many hold. An hour at which
 * nothing is open has no row.
 */
public final class Backlog {

    private static final long HOUR_MS = 60 * 60 * 1000L;

    /** A span that ends in the future of the sweep; of two that end together the earlier started comes first. */
    private record Holding(Span span) implements Comparable<Holding> {
        @Override
        public int compareTo(Holding other) {
            int byEnd = Long.compare(span.endExclusive(), other.span.endExclusive());
            return byEnd != 0 ? byEnd : Long.compare(span.startInclusive(), other.span.startInclusive());
        }
    }

    private final String channel;
    private final @Nullable String team;
    private final long until;
    private final PriorityQueue<Holding> open = new PriorityQueue<>();
    private final PriorityQueue<Holding> waiting = new PriorityQueue<>();
    private final List<BacklogHour> hours = new ArrayList<>();
    private long nextHour = Long.MIN_VALUE;

    /** A sweep that notes hours up to and including {@code until}, epoch milliseconds. */
    public Backlog(String channel, @Nullable String team, long until) {
        this.channel = channel;
        this.team = team;
        this.until = until;
    }

    /** A conversation is open; spans of both kinds come in order of their start. */
    public void open(Span span) {
        advanceTo(span.startInclusive());
        open.add(new Holding(span));
    }

    /** A customer waits. */
    public void waiting(Span span) {
        advanceTo(span.startInclusive());
        waiting.add(new Holding(span));
    }

    /** The hours at which anything was open; call it once, at the end. */
    public List<BacklogHour> hours() {
        while (!open.isEmpty() && nextHour <= until) {
            noteHour();
        }
        return hours;
    }

    private void advanceTo(long start) {
        if (nextHour == Long.MIN_VALUE) {
            nextHour = -Math.floorDiv(-start, HOUR_MS) * HOUR_MS;
        }
        while (nextHour < start && !open.isEmpty()) {
            noteHour();
        }
        if (nextHour < start) {
            nextHour = -Math.floorDiv(-start, HOUR_MS) * HOUR_MS;
        }
    }

    private void noteHour() {
        drop(open);
        drop(waiting);
        if (!open.isEmpty()) {
            hours.add(new BacklogHour(nextHour, channel, team, open.size(), waiting.size(), oldestWait()));
        }
        nextHour += HOUR_MS;
    }

    private void drop(PriorityQueue<Holding> holding) {
        while (!holding.isEmpty() && holding.peek().span().endExclusive() <= nextHour) {
            holding.remove();
        }
    }

    private @Nullable Long oldestWait() {
        Long oldest = null;
        for (Iterator<Holding> all = waiting.iterator(); all.hasNext(); ) {
            long waited = nextHour - all.next().span().startInclusive();
            oldest = oldest == null || waited > oldest ? Long.valueOf(waited) : oldest;
        }
        return oldest;
    }
}
