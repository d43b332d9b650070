package dev.threadline.ingestion.message;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.threadline.ingestion.source.column.RecordColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Why a record cannot become a message: one condition for each reason code, the first that holds counts. */
public final class Validation {

    /** A record that says it was sent or revised later than this after ingestion began is refused, and tried again later. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** The reason of records that later runs admit by themselves. */
    public static final String FUTURE = "future";

    static final String CUSTOMER = "customer";
    static final List<String> ROLES = List.of(CUSTOMER, "agent", "bot", "system");
    static final List<String> KINDS = List.of("message", "note", "auto", "campaign", "event");
    static final List<String> EVENTS = List.of("opened", "assigned", "queued", "closed", "reopened", "merged");

    private static final List<String> IDS = List.of(
            MessagesTable.THREAD_ID,
            MessagesTable.MESSAGE_ID,
            MessagesTable.SENDER_ID,
            MessagesTable.ASSIGNEE_ID,
            MessagesTable.CUSTOMER_ID);

    /** How JSON objects and lists begin. */
    private static final String NESTED = "^(?:\\{\\s*[\"}]|\\[\\s*[\"\\[{\\]0-9-])";

    private static final String REPLACEMENT_CHARACTER = "\uFFFD";

    private Validation() {}

    /** The reason code of a record as {@link MessageRecords} prepares it, {@code NULL} for a good one. */
    static Column reason(Instant now) {
        return coalesce(conditions(now).entrySet().stream()
                .map(condition -> when(condition.getValue(), lit(condition.getKey())))
                .toArray(Column[]::new));
    }

    /** The condition of each reason code, in the order in which they are asked. */
    static Map<String, Column> conditions(Instant now) {
        Map<String, Column> conditions = new LinkedHashMap<>();
        conditions.put("malformed", col(RecordColumns.MALFORMED).or(hasBrokenKey()));
        conditions.put("no_thread", col(MessagesTable.THREAD_ID).isNull());
        conditions.put("no_message_id", col(MessagesTable.MESSAGE_ID).isNull());
        conditions.put(
                "bad_id",
                IDS.stream().map(Validation::isNested).reduce(Column::or).orElseThrow());
        conditions.put("no_event_time", not(MessageRecords.isGiven(MessagesTable.SENT_AT)));
        conditions.put("bad_event_time", col(MessagesTable.SENT_AT).isNull());
        conditions.put("unknown_role", isNoneOf(MessagesTable.SENDER_ROLE, ROLES));
        conditions.put(
                "no_sender_id",
                isOneOf(MessagesTable.SENDER_ROLE, List.of(CUSTOMER, "agent"))
                        .and(col(MessagesTable.SENDER_ID).isNull()));
        conditions.put("unknown_kind", isNoneOf(MessagesTable.KIND, KINDS));
        conditions.put(
                "unknown_event",
                isOneOf(MessagesTable.KIND, List.of("event")).and(isNoneOf(MessagesTable.EVENT, EVENTS)));
        conditions.put(
                "no_assignee_id",
                isOneOf(MessagesTable.KIND, List.of("event"))
                        .and(isOneOf(MessagesTable.EVENT, List.of("assigned")))
                        .and(col(MessagesTable.ASSIGNEE_ID).isNull()));
        conditions.put("bad_sequence", isUnreadable(MessagesTable.SEQUENCE));
        conditions.put("bad_revised_at", isUnreadable(MessagesTable.REVISED_AT));
        // A copy revised in a far future would win over all corrections until then.
        conditions.put(
                FUTURE,
                greatest(col(MessagesTable.SENT_AT), col(MessagesTable.REVISED_AT))
                        .gt(lit(now.plus(CLOCK_TOLERANCE))));
        return conditions;
    }

    /** Bytes that are no UTF-8 were replaced; two keys that differed only in them would be taken for one. */
    private static Column hasBrokenKey() {
        return List.of(MessagesTable.SOURCE, MessagesTable.THREAD_ID, MessagesTable.MESSAGE_ID).stream()
                .map(key -> coalesce(col(key).contains(REPLACEMENT_CHARACTER), lit(false)))
                .reduce(Column::or)
                .orElseThrow();
    }

    /** An id that is an object or a list changes with every one of its fields; {@code {3F25...}} is a word in braces. */
    private static Column isNested(String id) {
        return coalesce(col(id).startsWith("{").or(col(id).startsWith("[")).and(col(id).rlike(NESTED)), lit(false));
    }

    private static Column isUnreadable(String column) {
        return MessageRecords.isGiven(column).and(col(column).isNull());
    }

    private static Column isOneOf(String column, List<String> values) {
        return coalesce(col(column).isin(values.toArray()), lit(false));
    }

    private static Column isNoneOf(String column, List<String> values) {
        return not(isOneOf(column, values));
    }
}
