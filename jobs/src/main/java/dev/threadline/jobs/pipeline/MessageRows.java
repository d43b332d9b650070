package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Reads the core's {@link Message} off rows of the table {@code messages}; remembers values that recur. */
public final class MessageRows {

    private static final int MICROS_PER_MILLI = 1000;
    private static final String CUES = "cues";
    private static final String[] COLUMNS = {
        "source",
        "thread_id",
        "sent_at",
        "message_id",
        "sender_role",
        "sender_id",
        "kind",
        "event",
        "assignee_id",
        "channel",
        "team",
        "customer_id",
        "sequence",
        "is_acknowledgement_text",
        "ends_in_question",
        CUES,
        "text_length"
    };

    /** Enough for channels, teams and agents. */
    private static final int REMEMBERED = 10_000;

    private final Map<UTF8String, String> recurring = new HashMap<>();
    private final LastText[] last = new LastText[COLUMNS.length];

    /** A reader for one task. */
    public MessageRows() {
        Arrays.setAll(last, column -> new LastText());
    }

    /** A text that is often the same as in the row before. */
    private static final class LastText {
        private @Nullable UTF8String bytes;
        private String text = "";

        String of(UTF8String next, Function<UTF8String, String> reader) {
            if (!next.equals(bytes)) {
                bytes = next.copy();
                text = reader.apply(bytes);
            }
            return text;
        }
    }

    /** The columns that {@link #read} expects behind the hash of a {@link Shuffle}: all but the text. */
    public static Dataset<Row> narrow(Dataset<Row> messages) {
        Column[] columns = new Column[COLUMNS.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = isOlder(messages, COLUMNS[i])
                    ? functions.lit(null).cast("int").as(COLUMNS[i])
                    : functions.col(COLUMNS[i]);
        }
        return messages.select(columns);
    }

    /** Messages taken in before there were cues have none until the next ingestion adds them. */
    private static boolean isOlder(Dataset<Row> messages, String column) {
        return column.equals(CUES) && !Arrays.asList(messages.columns()).contains(column);
    }

    public Message read(InternalRow row) {
        Role role = Role.of(required(row, 5));
        String event = recurring(row, 8);
        return new Message(
                required(row, 1),
                last(row, 2, UTF8String::toString),
                row.getUTF8String(4).toString(),
                Math.floorDiv(row.getLong(3), MICROS_PER_MILLI),
                role,
                role == Role.CUSTOMER ? text(row, 6) : recurring(row, 6),
                Kind.of(required(row, 7)),
                event == null ? null : Event.of(event),
                recurring(row, 9),
                required(row, 10),
                recurring(row, 11),
                last(row, 12, UTF8String::toString),
                row.isNullAt(13) ? null : Long.valueOf(row.getLong(13)),
                !row.isNullAt(14) && row.getBoolean(14),
                !row.isNullAt(15) && row.getBoolean(15),
                row.isNullAt(16) ? 0 : row.getInt(16),
                row.isNullAt(17) ? 0 : row.getInt(17));
    }

    private static @Nullable String text(InternalRow row, int ordinal) {
        return row.isNullAt(ordinal) ? null : row.getUTF8String(ordinal).toString();
    }

    private String required(InternalRow row, int ordinal) {
        String value = recurring(row, ordinal);
        if (value == null) {
            throw new IllegalStateException(
                    "a row of messages has no " + COLUMNS[ordinal - 1] + "; ingestion fills it in");
        }
        return value;
    }

    private @Nullable String recurring(InternalRow row, int ordinal) {
        return row.isNullAt(ordinal) ? null : last(row, ordinal, this::known);
    }

    private String last(InternalRow row, int ordinal, Function<UTF8String, String> reader) {
        return last[ordinal - 1].of(row.getUTF8String(ordinal), reader);
    }

    private String known(UTF8String bytes) {
        String known = recurring.get(bytes);
        if (known == null) {
            known = bytes.toString();
            if (recurring.size() < REMEMBERED) {
                recurring.put(bytes, known);
            }
        }
        return known;
    }
}
