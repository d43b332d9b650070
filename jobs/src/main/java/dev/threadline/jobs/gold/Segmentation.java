package dev.threadline.jobs.gold;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence of items cut into consecutive segments. A boundary <em>after</em> item i lies between items i and i + 1.
 */
public final class Segmentation {

    private final int size;
    private final BitSet boundaries;

    private Segmentation(int size, BitSet boundaries) {
        this.size = size;
        this.boundaries = boundaries;
    }

    /**
     * Cuts where the label changes. Labels that interleave (a b a) cannot be cut apart into consecutive pieces and are one
     * segment.
     */
    public static Segmentation ofLabels(List<String> labels) {
        Map<String, Integer> lastPlace = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            lastPlace.put(labels.get(i), i);
        }
        BitSet boundaries = new BitSet();
        int end = 0;
        for (int i = 0; i + 1 < labels.size(); i++) {
            end = Math.max(end, lastPlace.getOrDefault(labels.get(i), i));
            boundaries.set(i, end == i);
        }
        return new Segmentation(labels.size(), boundaries);
    }

    /**
     * Cuts after some items.
     *
     * @param boundaries the items, none of them the last
     */
    public static Segmentation cutAfter(BitSet boundaries, int size) {
        return new Segmentation(size, (BitSet) boundaries.clone());
    }

    /** How many items there are. */
    public int size() {
        return size;
    }

    public boolean isBoundaryAfter(int item) {
        return boundaries.get(item);
    }

    /** How many boundaries there are. */
    public int boundaries() {
        return boundaries.cardinality();
    }

    public int segments() {
        return size == 0 ? 0 : boundaries() + 1;
    }

    /** How many boundaries lie between two items. */
    public int boundariesBetween(int earlier, int later) {
        int between = 0;
        for (int i = boundaries.nextSetBit(earlier); i >= 0 && i < later; i = boundaries.nextSetBit(i + 1)) {
            between++;
        }
        return between;
    }
}
