package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.config.Lengths;
import dev.threadline.dashboard.config.Section;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody wants to hear of a metric.
 *
 * @param name unique; what it is remembered by
 * @param over the length of the window that ends with the data
 * @param leastN with fewer observations nothing is said
 */
record AlertRule(
        String name,
        AlertMetric metric,
        Map<Filter, List<String>> filters,
        Clock clock,
        Duration over,
        int leastN,
        Condition condition) {

    private static final Duration STANDARD_WINDOW = Duration.ofHours(24);

    AlertRule {
        filters = Map.copyOf(filters);
    }

    /** The entries of {@code alerts:}. */
    static List<AlertRule> read(Section dashboard) {
        List<AlertRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section entry : dashboard.sections("alerts")) {
            Optional<AlertRule> rule = readOne(entry);
            if (rule.isPresent() && !names.add(rule.get().name())) {
                entry.mistake("there is another alert of this name; its state is remembered by it");
            }
            rule.ifPresent(rules::add);
        }
        return rules;
    }

    private static Optional<AlertRule> readOne(Section entry) {
        Optional<String> name = entry.required("name", text -> text, "say in a few words what is wrong then");
        Optional<AlertMetric> metric = entry.required("metric", AlertMetric::parse, "docs/alerts.md lists them");
        Map<Filter, List<String>> filters = filters(entry.section("filter"));
        metric.ifPresent(known -> filters.keySet().stream()
                .filter(filter -> !known.knows(filter))
                .forEach(filter -> entry.mistake(
                        "%s cannot be narrowed by %s; remove it".formatted(known.word(), filter.parameter()))));
        Clock clock = entry.text("clock", AlertRule::clock).orElse(Clock.WALL);
        Duration over = entry.text("over", Lengths::parse).orElse(STANDARD_WINDOW);
        Optional<Integer> leastN = entry.text("least-n", text -> (int) Unit.NUMBER.parse(text));
        Unit unit = metric.map(AlertMetric::unit).orElse(Unit.NUMBER);
        List<Condition> conditions = new ArrayList<>();
        entry.text("above", unit::parse).ifPresent(limit -> conditions.add(new Condition.Above(limit)));
        entry.text("below", unit::parse).ifPresent(limit -> conditions.add(new Condition.Below(limit)));
        entry.text("change", AlertRule::change).ifPresent(percent -> conditions.add(new Condition.Change(percent)));
        entry.refuseUnknownKeys();
        if (List.of("above", "below", "change").stream().filter(entry::has).count() != 1) {
            entry.mistake("write one of above, below and change");
        }
        return name.isPresent() && metric.isPresent() && conditions.size() == 1
                ? Optional.of(new AlertRule(
                        name.get(),
                        metric.get(),
                        filters,
                        clock,
                        over,
                        leastN.orElse(metric.get().standardLeastN()),
                        conditions.get(0)))
                : Optional.empty();
    }

    private static Map<Filter, List<String>> filters(Section section) {
        Map<Filter, List<String>> filters = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            List<String> values = section.texts(filter.parameter(), text -> text);
            if (!values.isEmpty()) {
                filters.put(filter, values);
            }
        }
        section.refuseUnknownKeys();
        return filters;
    }

    private static Clock clock(String word) {
        return switch (word) {
            case "wall" -> Clock.WALL;
            case "business" -> Clock.BUSINESS;
            default -> throw new IllegalArgumentException("'%s' is no clock; write wall or business".formatted(word));
        };
    }

    private static double change(String text) {
        double percent = Unit.percent(text);
        if (percent == 0 || percent <= -100) {
            throw new IllegalArgumentException("'%s' can never be told; write +50%% or -30%%".formatted(text));
        }
        return percent;
    }
}
