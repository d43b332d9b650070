package dev.threadline.jobs.sensitivity;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** Totals by {@link PolicyVariant}, of some threads or of all. Adding is associative and commutative. */
public final class SensitivityTotals implements Serializable {

    private static final long serialVersionUID = 1;

    private final TreeMap<Integer, PolicyTotals> byPlace = new TreeMap<>();

    PolicyTotals of(PolicyVariant variant) {
        return byPlace.computeIfAbsent(variant.place(), unseen -> new PolicyTotals());
    }

    /** Adds other threads' totals to these. */
    public SensitivityTotals plus(SensitivityTotals other) {
        other.byPlace.forEach((place, totals) ->
                byPlace.computeIfAbsent(place, unseen -> new PolicyTotals()).add(totals));
        return this;
    }

    /** The totals by the place of their variant. */
    public Map<Integer, PolicyTotals> byPlace() {
        return byPlace;
    }
}
