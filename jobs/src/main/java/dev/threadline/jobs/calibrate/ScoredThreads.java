package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.evaluate.WindowErrors;
import dev.threadline.jobs.gold.Segmentation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Scored gaps as the threads they lie in, to see what cutting from a score on comes to. */
final class ScoredThreads {

    private record Scored(List<ScoredGap> gaps, Segmentation gold) {}

    private final List<ScoredGap> gaps;
    private final List<Scored> threads = new ArrayList<>();
    private final int k;

    /** Of gaps that are in their threads' order. */
    ScoredThreads(List<ScoredGap> gaps) {
        this.gaps = gaps;
        SortedMap<Integer, List<ScoredGap>> byThread =
                gaps.stream().collect(Collectors.groupingBy(ScoredGap::thread, TreeMap::new, Collectors.toList()));
        byThread.values().forEach(own -> threads.add(new Scored(own, cut(own, ScoredGap::boundary))));
        long items = gaps.size() + (long) threads.size();
        long segments =
                threads.stream().mapToLong(thread -> thread.gold().segments()).sum();
        this.k = WindowErrors.halfTheMeanSegment(items, segments);
    }

    /** F1 of cutting from a score on; 0 where no boundary is found. */
    double f1(long threshold) {
        long hits = 0;
        long mistakes = 0;
        for (ScoredGap gap : gaps) {
            boolean cut = gap.score() >= threshold;
            hits += cut && gap.boundary() ? 1 : 0;
            mistakes += cut != gap.boundary() ? 1 : 0;
        }
        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + mistakes);
    }

    /** Pk of cutting from a score on; 0 where no thread is longer than a window. */
    double pk(long threshold) {
        long windows = 0;
        long wrong = 0;
        for (Scored thread : threads) {
            Segmentation predicted = cut(thread.gaps(), gap -> gap.score() >= threshold);
            WindowErrors errors = WindowErrors.of(thread.gold(), predicted, k);
            windows += errors.windows();
            wrong += errors.pk();
        }
        return windows == 0 ? 0 : (double) wrong / windows;
    }

    private static Segmentation cut(List<ScoredGap> gaps, Predicate<ScoredGap> isBoundary) {
        BitSet boundaries = new BitSet();
        for (int i = 0; i < gaps.size(); i++) {
            boundaries.set(i, isBoundary.test(gaps.get(i)));
        }
        return Segmentation.cutAfter(boundaries, gaps.size() + 1);
    }
}
