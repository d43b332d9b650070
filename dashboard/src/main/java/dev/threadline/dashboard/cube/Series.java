package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.cube.RankMatrix.Stretch;
import java.util.Arrays;

/** Durations in the order of the quarters of an hour they belong to, with what those before each quarter add up to. */
final class Series {

    /** The quarters with any, ascending. */
    private final int[] quarters;

    /** Of each the durations before it, and at the end all; likewise the others. */
    private final int[] before;

    private final long[] sumBefore;
    private final int[] provisionalBefore;
    private final RankMatrix ranks;

    /**
     * @param values what was read, in the order of quarters
     * @param codes the place of each value in the order of all values
     * @param levels what the greatest code needs
     */
    Series(Values values, int[] codes, int levels) {
        int distinct = values.distinctQuarters();
        this.quarters = new int[distinct];
        this.before = new int[distinct + 1];
        this.sumBefore = new long[distinct + 1];
        this.provisionalBefore = new int[distinct + 1];
        int at = -1;
        for (int i = 0; i < values.size(); i++) {
            if (at < 0 || quarters[at] != values.quarter(i)) {
                at++;
                quarters[at] = values.quarter(i);
                sumBefore[at + 1] = sumBefore[at];
                provisionalBefore[at + 1] = provisionalBefore[at];
            }
            before[at + 1] = i + 1;
            sumBefore[at + 1] += values.ms(i);
            provisionalBefore[at + 1] += values.isProvisional(i) ? 1 : 0;
        }
        this.ranks = new RankMatrix(codes, levels);
    }

    Observed observed(Quarters asked) {
        int from = place(asked.from());
        int until = place(asked.until());
        return new Observed(
                before[until] - before[from],
                sumBefore[until] - sumBefore[from],
                provisionalBefore[until] - provisionalBefore[from]);
    }

    Stretch stretch(Quarters asked) {
        return new Stretch(ranks, before[place(asked.from())], before[place(asked.until())]);
    }

    private int place(int quarter) {
        int found = Arrays.binarySearch(quarters, quarter);
        return found < 0 ? -found - 1 : found;
    }
}
