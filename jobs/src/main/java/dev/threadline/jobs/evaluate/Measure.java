package dev.threadline.jobs.evaluate;

import java.util.Locale;

/** A figure by which segmentations are compared; all are quotients of counts that add up over threads. */
public enum Measure {
    /** Of the predicted boundaries, the share that is real. */
    PRECISION,
    /** Of the real boundaries, the share that was predicted. */
    RECALL,
    /** Harmonic mean of precision and recall. */
    F1,
    /** Share of windows whose ends are wrongly together or apart: lower is better. */
    PK,
    /** Share of windows with a wrong number of boundaries: lower is better. */
    WINDOW_DIFF,
    /** Share of activities in conversations paired one to one. */
    ONE_TO_ONE,
    /** F1 of conversations found whole. */
    EXACT_F1;

    /** The value, in [0, 1]; {@link Double#NaN} where there is nothing to divide by. */
    public double of(Tally tally) {
        BoundaryScore boundaries = tally.boundaries();
        return switch (this) {
            case PRECISION -> share(boundaries.hits(), boundaries.hits() + boundaries.wrong());
            case RECALL -> share(boundaries.hits(), boundaries.hits() + boundaries.missed());
            case F1 -> share(2 * boundaries.hits(), 2 * boundaries.hits() + boundaries.wrong() + boundaries.missed());
            case PK -> share(tally.windows().pk(), tally.windows().windows());
            case WINDOW_DIFF ->
                share(tally.windows().windowDiff(), tally.windows().windows());
            case ONE_TO_ONE -> share(tally.shared(), tally.items());
            case EXACT_F1 ->
                share(
                        2 * tally.exact().matches(),
                        tally.exact().gold() + tally.exact().predicted());
        };
    }

    /** As it is called in output. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
