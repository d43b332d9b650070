package dev.threadline.dashboard.web;

import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The filter bar as it is drawn first; the browser takes over from there.
 *
 * @param from the first day
 * @param last the last day, which people name rather than the day after it
 */
record FilterBar(String zone, String from, String last, List<Option> presets, List<Option> clocks, List<Group> groups) {

    /** One thing to choose. */
    record Option(String value, String label, boolean chosen) {}

    /** A filter of which several values can be chosen. */
    record Group(String name, String label, List<Option> options) {}

    private static final List<String> MODES = List.of("sync", "mixed", "async", "");
    private static final List<String> OUTCOMES =
            List.of("resolved", "bot_contained", "unanswered", "abandoned_in_bot", "open", "outreach", "merged");

    static FilterBar of(Question question, Parameters parameters) {
        Filters asked = question.filters();
        Optional<Preset> preset = parameters.text("from").isPresent()
                ? Optional.empty()
                : Optional.of(parameters.choice("period", FilterParameters.STANDARD));
        return new FilterBar(
                asked.period().zone().getId(),
                asked.period().from().toString(),
                asked.period().until().minusDays(1).toString(),
                Arrays.stream(Preset.values())
                        .map(each -> new Option(
                                Parameters.word(each),
                                each.label(),
                                preset.filter(each::equals).isPresent()))
                        .toList(),
                Arrays.stream(Clock.values())
                        .map(each ->
                                new Option(Parameters.word(each), label(Parameters.word(each)), each == asked.clock()))
                        .toList(),
                List.of(
                        group(Filter.CHANNEL, "Channel", question.coverage().channels(), asked),
                        group(Filter.TEAM, "Team", question.coverage().teams(), asked),
                        group(Filter.MODE, "Mode", MODES, asked),
                        group(Filter.OUTCOME, "Outcome", OUTCOMES, asked)));
    }

    private static Group group(Filter filter, String label, List<String> values, Filters asked) {
        List<String> chosen = asked.values(filter);
        return new Group(
                filter.parameter(),
                label,
                values.stream()
                        .map(value ->
                                new Option(value, value.isEmpty() ? "none" : label(value), chosen.contains(value)))
                        .toList());
    }

    private static String label(String value) {
        return value.replace('_', ' ');
    }
}
