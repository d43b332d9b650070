package dev.threadline.jobs.boundary.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a model as a person can read it. Of a channel's cards only what differs from the others is written. */
final class ModelText {

    private static final String HEADER = """
            # A boundary model: where conversations end, as figures. docs/inference.md explains every key.
            # Weights, intercept and threshold are in ten-thousandths of a logit; confidence in thousandths.
            """;

    private static final int LINE = 110;

    private ModelText() {}

    static String of(BoundaryModel model) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", model.name());
        file.put("version", model.version());
        file.put("training", model.training());
        file.put("with-text", whole(model.others().withText()));
        file.put("without-text", whole(model.others().withoutText()));
        Map<String, Object> channels = new LinkedHashMap<>();
        model.channels().forEach((channel, cards) -> channels.put(channel, changes(cards, model.others())));
        if (!channels.isEmpty()) {
            file.put("channels", channels);
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(LINE);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return HEADER + new Yaml(options).dump(file);
    }

    private static Map<String, Object> whole(Scorecard card) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("intercept", card.intercept());
        written.put("threshold", card.threshold());
        Map<String, Integer> weights = new LinkedHashMap<>();
        card.weights().forEach((feature, weight) -> weights.put(feature.key(), weight));
        written.put("weights", weights);
        written.put("confidence", card.confidence().knots());
        return written;
    }

    private static Map<String, Object> changes(Scorecards cards, Scorecards base) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("with-text", changes(cards.withText(), base.withText()));
        written.put("without-text", changes(cards.withoutText(), base.withoutText()));
        return written;
    }

    private static Map<String, Object> changes(Scorecard card, Scorecard base) {
        Map<String, Object> written = whole(card);
        Map<String, Object> unchanged = whole(base);
        written.entrySet().removeIf(entry -> entry.getValue().equals(unchanged.get(entry.getKey())));
        if (written.containsKey("weights")) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            card.weights().forEach((feature, weight) -> {
                if (!weight.equals(base.weights().get(feature))) {
                    weights.put(feature.key(), weight);
                }
            });
            written.put("weights", weights);
        }
        return written;
    }
}
