package dev.threadline.dashboard.web.page;

import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Comparison;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.web.parameter.FilterParameters;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.Preset;
import dev.threadline.dashboard.web.question.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The filter bar as it is drawn first; the browser takes over from there.
 *
 * @param from the first day asked for
 * @param last the last day, which people name rather than the day after it
 */
record FilterBar(
        String zone,
        String from,
        String last,
        List<Option> presets,
        List<Option> comparisons,
        List<Option> clocks,
        List<Group> groups) {

    /** One thing to choose. */
    record Option(String value, String label, boolean chosen) {}

    /**
     * A filter of which several values can be chosen.
     *
     * @param many whether there are so many that one looks for a value by its name
     */
    record Group(String name, String label, List<Option> options, boolean many) {}

    private static final int MANY = 12;

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
                options(Comparison.values(), question.comparison(), FilterBar::label),
                options(Clock.values(), asked.clock(), Parameters::word),
                groups(question, asked));
    }

    /** What there is to choose from; of the agents those whom the visitor may ask for. */
    private static List<Group> groups(Question question, Filters asked) {
        List<String> agents = question.coverage().agents().stream()
                .filter(agent -> question.visitor().mayAskFor(List.of(agent)))
                .toList();
        return Stream.of(
                        group(Filter.CHANNEL, "Channel", question.coverage().channels(), FilterBar::name, asked),
                        group(Filter.TEAM, "Team", question.coverage().teams(), FilterBar::name, asked),
                        group(Filter.AGENT, "Agent", agents, FilterBar::name, asked),
                        group(Filter.MODE, "Mode", Filter.MODE.words(), FilterBar::word, asked),
                        group(Filter.OUTCOME, "Outcome", Filter.OUTCOME.words(), FilterBar::word, asked))
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> List<Option> options(E[] all, E chosen, Function<E, String> label) {
        return Arrays.stream(all)
                .map(each -> new Option(Parameters.word(each), label.apply(each), each == chosen))
                .toList();
    }

    private static String label(Comparison comparison) {
        return switch (comparison) {
            case PREVIOUS -> "vs. the days before";
            case YEAR -> "vs. 52 weeks before";
            case NONE -> "no comparison";
        };
    }

    /** A name of the log is shown as it is. */
    private static String name(String name) {
        return name;
    }

    /** A word of ours is shown without its underscores. */
    private static String word(String word) {
        return word.replace('_', ' ');
    }

    private static Group group(
            Filter filter, String label, List<String> values, UnaryOperator<String> words, Filters asked) {
        List<String> chosen = asked.values(filter);
        return new Group(
                filter.parameter(),
                label,
                values.stream()
                        .map(value -> new Option(
                                value, value.isEmpty() ? "none" : words.apply(value), chosen.contains(value)))
                        .toList(),
                values.size() > MANY);
    }
}
