package dev.threadline.jobs.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Set operations on lists of spans; results are sorted, disjoint and free of empty spans. */
public final class Spans {

    private static final Comparator<Span> BY_START =
            Comparator.comparingLong(Span::startInclusive).thenComparingLong(Span::endExclusive);

    private Spans() {}

    /** The time covered by any of the spans. */
    public static List<Span> union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(BY_START);
        List<Span> union = new ArrayList<>();
        for (Span span : sorted) {
            int last = union.size() - 1;
            if (span.isEmpty()) {
                continue;
            }
            if (last >= 0 && span.startInclusive() <= union.get(last).endExclusive()) {
                Span before = union.get(last);
                union.set(
                        last, new Span(before.startInclusive(), Math.max(before.endExclusive(), span.endExclusive())));
            } else {
                union.add(span);
            }
        }
        return union;
    }

    /** The time covered by both lists, each of them sorted and disjoint. */
    public static List<Span> intersection(List<Span> left, List<Span> right) {
        List<Span> both = new ArrayList<>();
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            Span a = left.get(l);
            Span b = right.get(r);
            long start = Math.max(a.startInclusive(), b.startInclusive());
            long end = Math.min(a.endExclusive(), b.endExclusive());
            if (start < end) {
                both.add(new Span(start, end));
            }
            if (a.endExclusive() <= b.endExclusive()) {
                l++;
            } else {
                r++;
            }
        }
        return both;
    }

    /** The time within a window that is covered by spans, sorted and disjoint; those before and after it cost nothing. */
    public static List<Span> within(Span window, List<Span> spans) {
        List<Span> inside = new ArrayList<>();
        for (int i = firstEndingAfter(window.startInclusive(), spans);
                i < spans.size() && spans.get(i).startInclusive() < window.endExclusive();
                i++) {
            long start = Math.max(spans.get(i).startInclusive(), window.startInclusive());
            long end = Math.min(spans.get(i).endExclusive(), window.endExclusive());
            if (start < end) {
                inside.add(new Span(start, end));
            }
        }
        return inside;
    }

    /** The place of the first of spans, sorted and disjoint, that ends after an instant; their number if none does. */
    public static int firstEndingAfter(long instant, List<Span> spans) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).endExclusive() > instant) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The time covered by {@code from} and not by {@code removed}; both sorted and disjoint. */
    public static List<Span> difference(List<Span> from, List<Span> removed) {
        List<Span> rest = new ArrayList<>();
        int r = 0;
        for (Span span : from) {
            long start = span.startInclusive();
            while (r < removed.size() && removed.get(r).endExclusive() <= start) {
                r++;
            }
            for (int i = r; i < removed.size() && removed.get(i).startInclusive() < span.endExclusive(); i++) {
                if (removed.get(i).startInclusive() > start) {
                    rest.add(new Span(start, removed.get(i).startInclusive()));
                }
                start = Math.max(start, removed.get(i).endExclusive());
            }
            if (start < span.endExclusive()) {
                rest.add(new Span(start, span.endExclusive()));
            }
        }
        return rest;
    }
}
