package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.gold.Folds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labelled gaps dealt out by thread. */
final class ThreadFolds {

    private static final int USUAL = 5;
    private static final long SEED = 1;

    private final Folds folds;
    private final Map<Integer, Integer> places = new HashMap<>();

    ThreadFolds(List<LabelledGap> gaps) {
        for (LabelledGap gap : gaps) {
            places.putIfAbsent(gap.thread(), places.size());
        }
        folds = new Folds(places.size(), Math.max(1, Math.min(USUAL, places.size())), SEED);
    }

    int count() {
        return folds.count();
    }

    int of(LabelledGap gap) {
        return folds.of(places.getOrDefault(gap.thread(), 0));
    }

    int threads() {
        return places.size();
    }
}
