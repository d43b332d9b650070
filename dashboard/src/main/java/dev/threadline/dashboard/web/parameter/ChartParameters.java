package dev.threadline.dashboard.web.parameter;

import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.web.question.Question;
import dev.threadline.dashboard.web.question.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What single charts are asked beyond the filters.
 *
 * @param target within which every first response is to be in time, whatever the configuration says
 * @param at the hour of the backlog; the newest where none is given
 * @param waitedLeast who has waited so long, in milliseconds
 * @param waitedBelow who has waited less, in milliseconds
 */
public record ChartParameters(
        Optional<Duration> target, Optional<Instant> at, OptionalInt waitedLeast, OptionalInt waitedBelow) {

    private static final String TARGETS = "targets";
    private static final String AT = "at";
    private static final String COMPARED_AT = "compared_at";
    private static final String WAITED_LEAST = "waited_least";
    private static final String WAITED_BELOW = "waited_below";
    private static final int GREATEST_TARGET_MINUTES = 30 * 24 * 60;

    private static final int LONGEST_WAIT_MS = 999_999_999;

    /** Those that a query asks for. */
    static List<ApiParameter> of(SqlTemplate query) {
        List<ApiParameter> parameters = new ArrayList<>();
        if (query.asksFor(TARGETS)) {
            parameters.add(ApiParameter.number(
                    "target",
                    1,
                    GREATEST_TARGET_MINUTES,
                    "Minutes within which every first response is in time; as configured if not given"));
        }
        if (query.asksFor(AT)) {
            parameters.add(ApiParameter.formatted("at", "date-time", "The hour, in UTC; the newest if not given"));
        }
        if (query.asksFor(WAITED_LEAST)) {
            parameters.add(ApiParameter.number(WAITED_LEAST, 0, LONGEST_WAIT_MS, "Waited so long, ms, or longer"));
            parameters.add(ApiParameter.number(WAITED_BELOW, 1, LONGEST_WAIT_MS, "Waited less than this, ms"));
        }
        return parameters;
    }

    /** Reads {@code target}, in minutes, {@code at}, {@code waited_least} and {@code waited_below}. */
    public static ChartParameters read(Parameters parameters) {
        return new ChartParameters(
                parameters.number("target", 1, GREATEST_TARGET_MINUTES).stream()
                        .mapToObj(Duration::ofMinutes)
                        .findFirst(),
                parameters.instant("at"),
                parameters.number(WAITED_LEAST, 0, LONGEST_WAIT_MS),
                parameters.number(WAITED_BELOW, 1, LONGEST_WAIT_MS));
    }

    /** The same, at the hour that a question compares its hour with. */
    public ChartParameters before(Question question) {
        return new ChartParameters(target, Optional.of(comparedAt(question)), waitedLeast, waitedBelow);
    }

    private Instant comparedAt(Question question) {
        Instant asOf = question.reader().publication().asOf();
        Instant asked = at.filter(hour -> hour.isBefore(asOf)).orElse(asOf);
        return question.comparison().of(asked, question.filters().period());
    }

    /** The values for a query. */
    public Map<String, @Nullable Object> values(Question question) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Targets targets = target.map(Targets::everywhere).orElse(question.targets());
        values.put(TARGETS, targets.json(question.coverage().queues()));
        values.put(AT, at.orElse(null));
        values.put(COMPARED_AT, question.compared().isPresent() ? comparedAt(question) : null);
        values.put(WAITED_LEAST, waitedLeast.isPresent() ? waitedLeast.getAsInt() : null);
        values.put(WAITED_BELOW, waitedBelow.isPresent() ? waitedBelow.getAsInt() : null);
        return values;
    }
}
