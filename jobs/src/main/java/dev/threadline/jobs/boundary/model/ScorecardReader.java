package dev.threadline.jobs.boundary.model;

import dev.threadline.jobs.yaml.Section;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one card of a model file; mistakes are noted in its section. */
final class ScorecardReader {

    /** Stands in where a file does not say; such a file is refused. */
    private static final Confidence UNKNOWN = new Confidence(new TreeMap<>(Map.of(0, 0)));

    private ScorecardReader() {}

    /** A card that must be complete. */
    static Scorecard whole(Section section, boolean withText) {
        Section weights = section.section("weights");
        TreeMap<Feature, Integer> read = new TreeMap<>();
        for (Feature feature : Feature.visible(withText)) {
            read.put(feature, weights.required(feature.key(), 0, ModelErrors::figure, ModelErrors.WEIGHT));
        }
        weights.refuseUnknownKeys();
        Scorecard card = new Scorecard(
                section.required("intercept", 0, ModelErrors::figure, ModelErrors.INTERCEPT),
                section.required("threshold", 0, ModelErrors::figure, ModelErrors.THRESHOLD),
                read,
                confidence(section).orElse(UNKNOWN));
        if (section.section("confidence").keys().isEmpty()) {
            section.mistake(ModelErrors.noConfidence());
        }
        section.refuseUnknownKeys();
        return card;
    }

    /** A card of which only what differs from {@code base} is written. */
    static Scorecard changed(Section section, Scorecard base) {
        Section weights = section.section("weights");
        TreeMap<Feature, Integer> read = new TreeMap<>();
        base.weights()
                .forEach((feature, weight) ->
                        read.put(feature, weights.value(feature.key(), weight, ModelErrors::figure)));
        weights.refuseUnknownKeys();
        Scorecard card = new Scorecard(
                section.value("intercept", base.intercept(), ModelErrors::figure),
                section.value("threshold", base.threshold(), ModelErrors::figure),
                read,
                confidence(section).orElse(base.confidence()));
        section.refuseUnknownKeys();
        return card;
    }

    private static Optional<Confidence> confidence(Section card) {
        Section section = card.section("confidence");
        TreeMap<Integer, Integer> knots = new TreeMap<>();
        for (String score : section.keys()) {
            knots.put(section.key(score, 0, ModelErrors::figure), section.value(score, 0, ModelErrors::perMille));
        }
        int before = 0;
        for (int share : knots.values()) {
            if (share < before) {
                section.mistake(ModelErrors.fallingConfidence());
                return Optional.empty();
            }
            before = share;
        }
        return knots.isEmpty() ? Optional.empty() : Optional.of(new Confidence(knots));
    }
}
