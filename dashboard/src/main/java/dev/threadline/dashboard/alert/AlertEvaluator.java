package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.PublicationReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Holds rules against one publication. */
final class AlertEvaluator {

    private static final SqlTemplate QUERY = SqlTemplate.of("alert-values");
    private static final int WEEKS_BEFORE = 4;

    /** What several rules may ask for. */
    private record Window(Map<Filter, List<String>> filters, Clock clock, Duration over, int weeksBefore) {}

    private record Measured(long n, OptionalDouble value, boolean known) {}

    private final PublicationReader reader;
    private final Map<Window, Map<String, Measured>> measured = new HashMap<>();

    AlertEvaluator(PublicationReader reader) {
        this.reader = reader;
    }

    Judgement judge(AlertRule rule) throws SQLException {
        Measured now = measure(rule, 0);
        OptionalDouble value = now.n >= rule.leastN() ? now.value : OptionalDouble.empty();
        OptionalDouble usual = rule.condition() instanceof Condition.Change ? usual(rule) : OptionalDouble.empty();
        return new Judgement(rule, value, usual, now.n);
    }

    /** The median of the same window in the weeks before, of those that the data reaches back to. */
    private OptionalDouble usual(AlertRule rule) throws SQLException {
        List<Double> before = new ArrayList<>();
        for (int weeks = 1; weeks <= WEEKS_BEFORE; weeks++) {
            Measured then = measure(rule, weeks);
            if (then.known && then.value.isPresent()) {
                before.add(then.value.getAsDouble());
            }
        }
        before.sort(null);
        int count = before.size();
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((before.get((count - 1) / 2) + before.get(count / 2)) / 2);
    }

    private Measured measure(AlertRule rule, int weeksBefore) throws SQLException {
        Window window = new Window(rule.filters(), rule.clock(), rule.over(), weeksBefore);
        Map<String, Measured> values = measured.get(window);
        if (values == null) {
            values = ask(window);
            measured.put(window, values);
        }
        Measured value = values.get(rule.metric().word());
        if (value == null) {
            throw new IllegalStateException("alert-values.sql has no row for " + rule.metric());
        }
        return value;
    }

    private Map<String, Measured> ask(Window window) throws SQLException {
        Publication publication = reader.publication();
        Instant before = publication
                .asOf()
                .plusMillis(1)
                .atZone(publication.reportZone())
                .minusWeeks(window.weeksBefore)
                .toInstant();
        Filters filters = new Filters(
                Period.endingWith(publication.asOfDate(), 1, publication.reportZone()), window.clock, window.filters);
        Map<String, Instant> values = Map.of("since", before.minus(window.over), "before", before);
        try (PreparedStatement statement = QUERY.bind(filters, Map.of(), values).prepare(reader.connection());
                ResultSet rows = statement.executeQuery()) {
            Map<String, Measured> found = new HashMap<>();
            for (Map<String, @Nullable Object> row : Rows.of(rows).rows()) {
                found.put(String.valueOf(row.get("metric")), measured(row));
            }
            return found;
        }
    }

    private static Measured measured(Map<String, @Nullable Object> row) {
        long n = row.get("n") instanceof Number count ? count.longValue() : 0;
        OptionalDouble value = row.get("value") instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
        return new Measured(n, value, Boolean.TRUE.equals(row.get("known")));
    }
}
