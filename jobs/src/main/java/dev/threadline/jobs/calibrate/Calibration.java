package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.model.BoundaryModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A policy learned from a log, and how. The same log gives the same, in whatever order it comes.
 *
 * @param model what {@code policy: learned} can use
 * @param report what was done and how sure it is, by keyword
 */
public record Calibration(BoundaryModel model, Map<String, String> report) {

    static final String NAME = "calibrated";

    public Calibration {
        report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
    }

    /** A model that says of itself how it came about. */
    static Calibration of(BoundaryModel base, Map<String, String> report, BoundaryModel fitted) {
        Map<String, String> training = new LinkedHashMap<>(report);
        training.put("started-from", base.name() + " version " + base.version());
        return new Calibration(new BoundaryModel(NAME, 1, training, fitted.others(), fitted.channels()), training);
    }
}
