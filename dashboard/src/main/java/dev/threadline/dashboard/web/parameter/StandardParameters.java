package dev.threadline.dashboard.web.parameter;

import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Comparison;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.SqlTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the document says of the parameters that many addresses know. */
public final class StandardParameters {

    private StandardParameters() {}

    /** Those that a query honours: the period, its filters, the clock, and what is its own. */
    public static List<ApiParameter> of(SqlTemplate query) {
        List<ApiParameter> parameters = new ArrayList<>();
        if (query.asksForPeriod()) {
            parameters.add(ApiParameter.choice(
                    "period",
                    FilterParameters.STANDARD,
                    "A period that ends with the data; from and until go before it"));
            parameters.add(ApiParameter.formatted("from", "date", "First report date"));
            parameters.add(ApiParameter.formatted("until", "date", "Report date after the last"));
        }
        if (query.asksForPeriod() || query.asksFor("compared_at")) {
            parameters.add(ApiParameter.choice(
                    "compare", Comparison.PREVIOUS, "The earlier time that the period, or the hour, is compared with"));
        }
        for (Filter filter : Filter.values()) {
            if (query.filters().contains(filter)) {
                parameters.add(ApiParameter.texts(filter.parameter(), filter.words(), about(filter)));
            }
        }
        if (query.knowsBothClocks()) {
            parameters.add(
                    ApiParameter.choice("clock", Clock.WALL, "Whether durations count elapsed or business time"));
        }
        parameters.addAll(ChartParameters.of(query));
        return parameters;
    }

    /** Those that any of several queries honours, each once, after one of their own. */
    public static List<ApiParameter> ofAll(List<SqlTemplate> queries, ApiParameter own) {
        Map<String, ApiParameter> byName = new LinkedHashMap<>();
        byName.put(own.name(), own);
        queries.forEach(query -> of(query).forEach(parameter -> byName.putIfAbsent(parameter.name(), parameter)));
        return List.copyOf(byName.values());
    }

    /** The choice between JSON and CSV. */
    public static ApiParameter format(DataFormat standard) {
        return ApiParameter.choice("format", standard, "JSON, or the rows as CSV");
    }

    private static String about(Filter filter) {
        return switch (filter) {
            case CHANNEL -> "Channel of the conversation; repeated, any of them";
            case TEAM -> "Team; empty for none";
            case MODE -> "sync, mixed or async; empty for none";
            case OUTCOME -> "Outcome of the conversation";
            case AGENT -> "Agent who carried the conversation";
        };
    }
}
