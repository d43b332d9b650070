package dev.threadline.jobs.load;

import dev.threadline.jobs.time.Span;
import java.util.List;

/** How many spans cover each moment. */
final class Depths {

    /** Told of each stretch {@code [fromInclusive, toExclusive)} in which the same number of spans, at least one, hold. */
    interface Stretch {
        void at(long fromInclusive, long toExclusive, int depth);
    }

    private Depths() {}

    /** Walks the edges of the spans in order; spans that only touch do not count as overlapping. */
    static void walk(List<Span> spans, Stretch stretch) {
        long[] starts = spans.stream().mapToLong(Span::startInclusive).sorted().toArray();
        long[] ends = spans.stream().mapToLong(Span::endExclusive).sorted().toArray();
        int started = 0;
        int ended = 0;
        long from = 0;
        while (ended < ends.length) {
            boolean starting = started < starts.length && starts[started] < ends[ended];
            long edge = starting ? starts[started] : ends[ended];
            int depth = started - ended;
            if (depth > 0 && edge > from) {
                stretch.at(from, edge, depth);
            }
            from = edge;
            started += starting ? 1 : 0;
            ended += starting ? 0 : 1;
        }
    }
}
