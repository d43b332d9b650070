package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.query.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands after the last publication.
 *
 * @param since when the publication was written that began it, ISO-8601, where it is on
 */
public final class AlertStatus {

    private final Judgement judgement;
    private final Optional<String> since;

    AlertStatus(Judgement judgement, Optional<String> since) {
        this.judgement = judgement;
        this.since = since;
    }

    /** Whether it is about single agents. */
    public boolean isOfAgents() {
        return judgement.rule().filters().containsKey(Filter.AGENT);
    }

    /** As a row of an answer. */
    public Map<String, @Nullable Object> row() {
        AlertRule rule = judgement.rule();
        Unit unit = rule.metric().unit();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("alert", rule.name());
        row.put("state", since.isPresent() ? "firing" : judgement.isKnown() ? "quiet" : "unknown");
        row.put("since", since.orElse(null));
        row.put("metric", rule.metric().word());
        row.put("unit", unit.name().toLowerCase(Locale.ROOT));
        row.put("value", judgement.value().isPresent() ? judgement.value().getAsDouble() : null);
        row.put("usual", judgement.usual().isPresent() ? judgement.usual().getAsDouble() : null);
        row.put("condition", rule.condition().inWords(unit));
        row.put("n", judgement.n());
        row.put("over_ms", rule.over().toMillis());
        row.put("filter", AlertState.filters(rule));
        return row;
    }

    /** The columns of a row, with their types in JSON Schema. */
    public static Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String text : List.of("alert", "state")) {
            properties.put(text, Map.of("type", "string"));
        }
        properties.put("since", Map.of("type", List.of("string", "null"), "format", "date-time"));
        properties.put("metric", Map.of("type", "string"));
        properties.put("unit", Map.of("enum", List.of("duration", "number", "share")));
        for (String number : List.of("value", "usual")) {
            properties.put(number, Map.of("type", List.of("number", "null")));
        }
        properties.put("condition", Map.of("type", "string"));
        properties.put("n", Map.of("type", "integer"));
        properties.put("over_ms", Map.of("type", "integer"));
        properties.put("filter", Map.of("type", "object"));
        return properties;
    }
}
