package dev.threadline.jobs.gold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Segmentations as tests write them. */
public final class Segments {

    private Segments() {}

    /** Segments of the given lengths, in order. */
    public static Segmentation ofLengths(int... lengths) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            labels.addAll(Collections.nCopies(lengths[i], "segment " + i));
        }
        return Segmentation.ofLabels(labels);
    }
}
