package dev.threadline.jobs.gold;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Threads dealt out to folds of equal size (give or take one): what is fitted without a fold is scored on it. */
public final class Folds {

    private final int count;
    private final int[] foldOf;

    /** Deals by the seed alone: the same number of threads is dealt out the same way. */
    public Folds(int threads, int count, long seed) {
        this.count = count;
        this.foldOf = new int[threads];
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, threads).boxed().toList());
        SplittableRandom random = new SplittableRandom(seed);
        for (int left = threads; left > 0; left--) {
            int drawn = random.nextInt(left);
            foldOf[places.get(drawn)] = left % count;
            places.set(drawn, places.get(left - 1));
        }
    }

    public int count() {
        return count;
    }

    /** The fold that a thread is scored in. */
    public int of(int thread) {
        return foldOf[thread];
    }
}
