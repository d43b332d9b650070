package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.GapFeatures;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.gold.LabelledThread;
import dev.threadline.jobs.gold.Segmentation;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.ThreadWalk;
import java.util.ArrayList;
import java.util.List;

/** The gaps of threads whose conversations are known. Those that an event decides are left out: no policy is asked. */
public final class GoldGaps {

    private GoldGaps() {}

    /** The gaps between labelled activities, thread by thread. */
    public static List<LabelledGap> of(List<LabelledThread> threads, Configuration configuration) {
        long giveUpMs = configuration.giveUp().toMillis();
        List<LabelledGap> gaps = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
            LabelledThread thread = threads.get(i);
            int[] items = items(thread);
            GapRecorder recorder = new GapRecorder(gap -> isBoundary(gap, items, thread.gold()));
            new ThreadWalk(ConfiguredDefinitions.forBoundaries(configuration, recorder), thread.lastSentAt())
                    .walk(new ArrayList<>(thread.records()));
            for (Gap gap : recorder.asked()) {
                if (items[gap.previous()] >= 0 && items[gap.next()] >= 0) {
                    gaps.add(new LabelledGap(
                            i,
                            gap.later().channel(),
                            gap.millis(),
                            GapFeatures.of(gap, giveUpMs),
                            isBoundary(gap, items, thread.gold())));
                }
            }
        }
        return gaps;
    }

    /** For each record its place among the labelled activities, -1 for others. */
    private static int[] items(LabelledThread thread) {
        int[] items = new int[thread.records().size()];
        int next = 0;
        for (int i = 0; i < items.length; i++) {
            items[i] = thread.isLabelled(thread.records().get(i)) ? next++ : -1;
        }
        return items;
    }

    private static boolean isBoundary(Gap gap, int[] items, Segmentation gold) {
        int earlier = items[gap.previous()];
        return earlier >= 0 && items[gap.next()] >= 0 && gold.isBoundaryAfter(earlier);
    }
}
