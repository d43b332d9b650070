package dev.threadline.jobs.pipeline.input;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Role;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What a message is, as one number: the columns that hold one of a few values, and the length of its text. In a row that
 * is shuffled each of them would take eight bytes or more, and its text be compared when it is read.
 *
 * @param bits from the lowest: role, kind, event (4 bits each), the two flags, cues (24), text length (25, no more than
 *     fits)
 */
public record MessageTraits(long bits) {

    private static final String EVENT = "event";
    private static final String ACKNOWLEDGEMENT = "is_acknowledgement_text";
    private static final String QUESTION = "ends_in_question";
    private static final String CUES = "cues";
    private static final String TEXT_LENGTH = "text_length";

    /** The columns that it stands for. */
    static final List<String> COLUMNS =
            List.of(MessagesTable.SENDER_ROLE, MessagesTable.KIND, EVENT, ACKNOWLEDGEMENT, QUESTION, CUES, TEXT_LENGTH);

    private static final int CODE_BITS = 4;
    private static final int UNKNOWN = (1 << CODE_BITS) - 1;
    private static final int KIND_AT = CODE_BITS;
    private static final int EVENT_AT = KIND_AT + CODE_BITS;
    private static final int ACKNOWLEDGEMENT_AT = EVENT_AT + CODE_BITS;
    private static final int QUESTION_AT = ACKNOWLEDGEMENT_AT + 1;
    private static final int CUES_AT = QUESTION_AT + 1;
    private static final int CUES_BITS = 24;
    private static final int LENGTH_AT = CUES_AT + CUES_BITS;
    private static final int LONGEST = (1 << (Long.SIZE - 1 - LENGTH_AT)) - 1;

    private static final Role[] ROLES = Role.values();
    private static final Kind[] KINDS = Kind.values();
    private static final Event[] EVENTS = Event.values();

    /** The number, of rows that have {@link #COLUMNS}. */
    static Column column() {
        Column event = functions
                .when(functions.col(EVENT).isNull(), functions.lit(EVENTS.length))
                .otherwise(code(EVENT, EVENTS, Event::code));
        return at(0, code(MessagesTable.SENDER_ROLE, ROLES, Role::code))
                .plus(at(KIND_AT, code(MessagesTable.KIND, KINDS, Kind::code)))
                .plus(at(EVENT_AT, event))
                .plus(at(ACKNOWLEDGEMENT_AT, number(ACKNOWLEDGEMENT)))
                .plus(at(QUESTION_AT, number(QUESTION)))
                .plus(at(CUES_AT, number(CUES)))
                .plus(at(LENGTH_AT, functions.least(number(TEXT_LENGTH), functions.lit(LONGEST))));
    }

    private static <E> Column code(String column, E[] values, Function<E, String> name) {
        Column code = functions.lit(UNKNOWN);
        for (int i = 0; i < values.length; i++) {
            code = functions
                    .when(functions.col(column).equalTo(name.apply(values[i])), functions.lit(i))
                    .otherwise(code);
        }
        return code;
    }

    private static Column number(String column) {
        return functions.coalesce(functions.col(column).cast("int"), functions.lit(0));
    }

    private static Column at(int bit, Column number) {
        return functions.shiftleft(number.cast("long"), bit);
    }

    Role role() {
        return known(ROLES, code(0), MessagesTable.SENDER_ROLE);
    }

    Kind kind() {
        return known(KINDS, code(KIND_AT), MessagesTable.KIND);
    }

    @Nullable
    Event event() {
        int code = code(EVENT_AT);
        return code == EVENTS.length ? null : known(EVENTS, code, EVENT);
    }

    boolean isAcknowledgement() {
        return (bits >> ACKNOWLEDGEMENT_AT & 1) != 0;
    }

    boolean endsInQuestion() {
        return (bits >> QUESTION_AT & 1) != 0;
    }

    int cues() {
        return (int) (bits >> CUES_AT) & ((1 << CUES_BITS) - 1);
    }

    int textLength() {
        return (int) (bits >> LENGTH_AT);
    }

    private int code(int bit) {
        return (int) (bits >> bit) & UNKNOWN;
    }

    private static <E> E known(E[] values, int code, String column) {
        if (code >= values.length) {
            throw new IllegalStateException(
                    "a row of messages has no " + column + " that is known; ingestion refuses such records");
        }
        return values[code];
    }
}
