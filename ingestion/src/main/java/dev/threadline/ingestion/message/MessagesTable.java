package dev.threadline.ingestion.message;

import dev.threadline.ingestion.warehouse.Table;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The table {@code messages}: every accepted record, copies merged into one. */
public final class MessagesTable {

    public static final String SOURCE = "source";
    public static final String THREAD_ID = "thread_id";
    public static final String MESSAGE_ID = "message_id";
    public static final String SENT_AT = "sent_at";
    public static final String SENDER_ROLE = "sender_role";
    public static final String SENDER_ID = "sender_id";
    public static final String KIND = "kind";
    public static final String EVENT = "event";
    public static final String ASSIGNEE_ID = "assignee_id";
    public static final String CHANNEL = "channel";
    public static final String TEAM = "team";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String TEXT = "text";
    public static final String SEQUENCE = "sequence";
    public static final String REVISED_AT = "revised_at";
    public static final String REVISION_SENT_AT = "revision_sent_at";
    public static final String IS_ACKNOWLEDGEMENT_TEXT = "is_acknowledgement_text";
    public static final String ENDS_IN_QUESTION = "ends_in_question";
    public static final String TEXT_LENGTH = "text_length";
    public static final String CUES = "cues";
    public static final String INGESTED_AT = "ingested_at";
    public static final String RUN_ID = "run_id";
    public static final String FILE = "file";

    public static final Table<Row> TABLE = Table.<Row>named("messages", "One row per message or lifecycle event.")
            .key(SOURCE, THREAD_ID, MESSAGE_ID)
            .prunedBy(SENT_AT)
            .string(
                    SOURCE,
                    "System the record comes from; the source mapping's name unless it says otherwise.",
                    of(SOURCE))
            .string(
                    THREAD_ID,
                    "The never-ending exchange of one customer with the business, within the source.",
                    of(THREAD_ID))
            .id(MESSAGE_ID, "Names the message within its thread.", of(MESSAGE_ID))
            .instant(SENT_AT, "When it was sent: the earliest time that any copy says.", ms(SENT_AT))
            .string(
                    SENDER_ROLE,
                    "Role of the sender when it was sent: customer, agent (a human), bot or system.",
                    of(SENDER_ROLE))
            .string(SENDER_ID, "Who sent it.", of(SENDER_ID))
            .string(KIND, "message, note (private), auto, campaign or event.", of(KIND))
            .string(EVENT, "For kind event: opened, assigned, queued, closed, reopened or merged.", of(EVENT))
            .string(ASSIGNEE_ID, "For event assigned: the new owner.", of(ASSIGNEE_ID))
            .string(CHANNEL, "webchat, sms, whatsapp, email, ...; unknown where the source does not say.", of(CHANNEL))
            .string(TEAM, "Queue or skill at that moment.", of(TEAM))
            .string(
                    CUSTOMER_ID,
                    "Links the threads of one person; the thread's id where the source does not say.",
                    of(CUSTOMER_ID))
            .id(TEXT, "What was written; no metric reads it.", of(TEXT))
            .whole(SEQUENCE, "The source's own order, a tie-break at equal instants.", row -> row.getAs(SEQUENCE))
            .instant(
                    REVISED_AT,
                    "When the source last changed the record; of the copies, the latest counts.",
                    ms(REVISED_AT))
            .instant(
                    REVISION_SENT_AT,
                    "sent_at of the copy that all columns but sent_at were taken from.",
                    ms(REVISION_SENT_AT))
            .flag(
                    IS_ACKNOWLEDGEMENT_TEXT,
                    "Whether the sender's own words are only emoji or a known word of thanks or assent.",
                    row -> row.getAs(IS_ACKNOWLEDGEMENT_TEXT))
            .flag(
                    ENDS_IN_QUESTION,
                    "Whether the sender's own words end in a question mark.",
                    row -> row.getAs(ENDS_IN_QUESTION))
            .count(
                    TEXT_LENGTH,
                    "Length of the text in characters (Unicode code points).",
                    row -> row.getAs(TEXT_LENGTH))
            .count(
                    CUES,
                    "What the sender's own words do, a bit each from 1 on: greeting, starts_thanks, thanks, solved, continuation, back,"
                            + " request, question, mention, quote, brief_thanks, has_text; then twelve bits of whom a customer addresses.",
                    row -> row.getAs(CUES))
            .instant(INGESTED_AT, "When the run that brought this revision began.", ms(INGESTED_AT))
            .string(RUN_ID, "The run that brought this revision.", of(RUN_ID))
            .string(FILE, "The file that this revision was read from.", of(FILE))
            .build();

    private MessagesTable() {}

    private static java.util.function.Function<Row, @Nullable String> of(String column) {
        return row -> row.getAs(column);
    }

    private static java.util.function.Function<Row, @Nullable Long> ms(String column) {
        return row -> {
            Instant instant = row.getAs(column);
            return instant == null ? null : instant.toEpochMilli();
        };
    }
}
