package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.query.Filter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What alerts can watch; each is a row of {@code alert-values.sql}. */
enum AlertMetric {
    STARTED(Unit.NUMBER),
    RESOLVED(Unit.NUMBER),
    UNANSWERED(Unit.NUMBER),
    UNANSWERED_SHARE(Unit.SHARE),
    ABANDONED_IN_BOT_SHARE(Unit.SHARE),
    FIRST_RESPONSE_MEDIAN(Unit.DURATION),
    FIRST_RESPONSE_P90(Unit.DURATION),
    REPLY_MEDIAN(Unit.DURATION),
    REPLY_P90(Unit.DURATION),
    CUSTOMER_WAIT_MEDIAN(Unit.DURATION),
    CUSTOMER_WAIT_P90(Unit.DURATION),
    RESOLUTION_MEDIAN(Unit.DURATION),
    RESOLUTION_P90(Unit.DURATION),
    HANDLE_MEDIAN(Unit.DURATION),
    BACKLOG(Unit.NUMBER),
    BACKLOG_AWAITING(Unit.NUMBER),
    BACKLOG_OLDEST_WAIT(Unit.DURATION),
    CONCURRENCY(Unit.NUMBER);

    private final Unit unit;

    AlertMetric(Unit unit) {
        this.unit = unit;
    }

    Unit unit() {
        return unit;
    }

    /** How many observations it takes to say something: of none, a count says 0, and nobody has waited; a median says nothing. */
    int standardLeastN() {
        return switch (this) {
            case STARTED, RESOLVED, UNANSWERED, BACKLOG, BACKLOG_AWAITING, BACKLOG_OLDEST_WAIT -> 0;
            default -> 1;
        };
    }

    /** Whether it can be narrowed by a filter. */
    boolean knows(Filter filter) {
        return switch (this) {
            case BACKLOG, BACKLOG_AWAITING, BACKLOG_OLDEST_WAIT -> filter == Filter.CHANNEL || filter == Filter.TEAM;
            case CONCURRENCY -> filter == Filter.TEAM || filter == Filter.AGENT;
            case REPLY_MEDIAN, REPLY_P90 -> filter != Filter.OUTCOME;
            case STARTED,
                    RESOLVED,
                    UNANSWERED,
                    UNANSWERED_SHARE,
                    ABANDONED_IN_BOT_SHARE,
                    FIRST_RESPONSE_MEDIAN,
                    FIRST_RESPONSE_P90,
                    CUSTOMER_WAIT_MEDIAN,
                    CUSTOMER_WAIT_P90,
                    RESOLUTION_MEDIAN,
                    RESOLUTION_P90,
                    HANDLE_MEDIAN -> true;
        };
    }

    /** The name in the configuration and in the query. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AlertMetric parse(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no metric that alerts watch; those are %s"
                        .formatted(
                                word,
                                Arrays.stream(values()).map(AlertMetric::word).collect(Collectors.joining(", ")))));
    }
}
