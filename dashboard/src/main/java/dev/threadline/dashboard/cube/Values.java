package dev.threadline.dashboard.cube;

import java.util.Arrays;
import java.util.BitSet;

/** Durations as they are read, in the order of their quarters of an hour. */
final class Values {

    private static final int AT_FIRST = 16;

    private int[] quarters = new int[AT_FIRST];
    private long[] ms = new long[AT_FIRST];
    private final BitSet provisional = new BitSet();
    private int size;
    private int distinctQuarters;

    void add(int quarter, long valueMs, boolean isProvisional) {
        if (size == ms.length) {
            quarters = Arrays.copyOf(quarters, size + size / 2);
            ms = Arrays.copyOf(ms, size + size / 2);
        }
        if (size == 0 || quarters[size - 1] != quarter) {
            distinctQuarters++;
        }
        quarters[size] = quarter;
        ms[size] = valueMs;
        provisional.set(size, isProvisional);
        size++;
    }

    int size() {
        return size;
    }

    int distinctQuarters() {
        return distinctQuarters;
    }

    int quarter(int index) {
        return quarters[index];
    }

    long ms(int index) {
        return ms[index];
    }

    boolean isProvisional(int index) {
        return provisional.get(index);
    }

    /** Each value once, ascending. */
    long[] distinct() {
        return Arrays.stream(ms, 0, size).sorted().distinct().toArray();
    }

    /** The place of each value among these. */
    int[] places(long[] distinct) {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = Arrays.binarySearch(distinct, ms[i]);
        }
        return places;
    }
}
