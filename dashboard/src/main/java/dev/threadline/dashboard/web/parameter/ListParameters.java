package dev.threadline.dashboard.web.parameter;

import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.web.question.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a list of conversations is asked for.
 *
 * @param narrowing which conversations are meant, beyond the filters
 * @param search an id of a conversation, thread, customer or first agent
 * @param after where the last page ended
 */
public record ListParameters(
        Narrowing narrowing, Sort sort, Order order, int limit, Optional<String> search, Optional<Cursor> after) {

    private static final int STANDARD_LIMIT = 50;
    private static final int GREATEST_LIMIT = 500;

    /** What the list is sorted by; whatever has no value comes last. */
    public enum Sort {
        STARTED,
        MESSAGES,
        FIRST_RESPONSE,
        CUSTOMER_WAIT,
        RESOLUTION,
        HANDLE;

        String key(Clock clock, Order order) {
            return switch (this) {
                case STARTED -> "epoch_us(started_at)";
                case MESSAGES -> "messages::BIGINT";
                case FIRST_RESPONSE, CUSTOMER_WAIT, RESOLUTION, HANDLE ->
                    "coalesce(%s%s_ms, %s)".formatted(Parameters.word(this), clock.columnInfix(), order.last());
            };
        }
    }

    /** Directions, with the key that comes last in each. */
    public enum Order {
        DESC,
        ASC;

        String last() {
            return this == DESC ? "-1" : String.valueOf(Long.MAX_VALUE);
        }

        String comparison() {
            return this == DESC ? "<" : ">";
        }
    }

    /** The key of the last row that was shown, and the publication that it was of. */
    public record Cursor(long publicationId, long sortKey, String conversationId) {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})~(-?\\d{1,19})~(.{1,150})");

        static Optional<Cursor> parse(String written) {
            Matcher parts = WRITTEN.matcher(written);
            try {
                return parts.matches()
                        ? Optional.of(new Cursor(
                                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)))
                        : Optional.empty();
            } catch (NumberFormatException tooGreat) {
                return Optional.empty();
            }
        }
    }

    /** What the document says of those that a query of a list knows. */
    public static List<ApiParameter> described(SqlTemplate query) {
        List<ApiParameter> described =
                new ArrayList<>(StandardParameters.of(query.with("narrowed", Narrowing.mostNarrow())));
        described.addAll(Narrowing.described());
        described.addAll(List.of(
                ApiParameter.choice("sort", Sort.STARTED, "What the list is sorted by; what has no value comes last"),
                ApiParameter.choice("order", Order.DESC, "The direction"),
                ApiParameter.number(
                        "limit", 1, GREATEST_LIMIT, "Rows of a page; %d if not given".formatted(STANDARD_LIMIT)),
                ApiParameter.text("search", "An id of a conversation, thread, customer or first agent"),
                ApiParameter.text("after", "Where the page before ended: its member next")));
        return described;
    }

    /** Reads them; what cannot be understood is a problem of the parameters. */
    public static ListParameters read(Parameters parameters) {
        Optional<String> written = parameters.text("after");
        Optional<Cursor> after = written.flatMap(Cursor::parse);
        if (written.isPresent() && after.isEmpty()) {
            parameters.problem("after: take it from the member next of the page before");
        }
        return new ListParameters(
                Narrowing.read(parameters),
                parameters.choice("sort", Sort.STARTED),
                parameters.choice("order", Order.DESC),
                parameters.number("limit", 1, GREATEST_LIMIT).orElse(STANDARD_LIMIT),
                parameters.text("search"),
                after);
    }

    /** The parts of the query that these parameters choose; each is one of a few constants. */
    public Map<String, String> words(Clock clock) {
        return Map.of(
                "narrowed", narrowing.condition(),
                "sort_key", sort.key(clock, order),
                "order", Parameters.word(order),
                "beyond", order.comparison());
    }

    /** One row more than a page, to know whether there is another. */
    public Map<String, @Nullable Object> values(Question question) {
        return values(question, limit + 1);
    }

    /** All rows, for an export. */
    public Map<String, @Nullable Object> everything(Question question) {
        return values(question, Integer.MAX_VALUE);
    }

    private Map<String, @Nullable Object> values(Question question, int rows) {
        Map<String, @Nullable Object> values = new HashMap<>(narrowing.values(question));
        values.put("limit", rows);
        values.put("search", search.orElse(null));
        values.put("after_key", after.map(Cursor::sortKey).orElse(null));
        values.put("after_id", after.map(Cursor::conversationId).orElse(null));
        return values;
    }

    /** What {@code after} is to say for the page that goes on after a row. */
    public String cursorAfter(long publicationId, Map<String, @Nullable Object> row) {
        return publicationId + "~" + row.get("sort_key") + "~" + row.get("conversation_id");
    }
}
