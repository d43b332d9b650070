package dev.threadline.jobs.pipeline.input;

import dev.threadline.ingestion.warehouse.Micros;
import dev.threadline.jobs.pipeline.shuffle.Shuffle;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Reads the core's {@link Message} off rows of the table {@code messages}; remembers values that recur. */
public final class MessageRows {

    private static final String CUES = "cues";
    private static final String TRAITS = "traits";

    /** What a message says of its own, in the order in which it is read. */
    private static final List<String> OWN = List.of(
            "source",
            "thread_id",
            "sent_at",
            "message_id",
            "sender_id",
            "assignee_id",
            "channel",
            "team",
            "customer_id",
            "sequence");

    /** Where the traits are in a packed row behind the hash of a {@link Shuffle}. */
    private static final int TRAITS_AT = OWN.size() + 1;

    /** Where what comes after a packed message is in such a row. */
    public static final int BEHIND = TRAITS_AT + 1;

    /** Enough for channels, teams and agents. */
    private static final int REMEMBERED = 10_000;

    private final Map<UTF8String, String> recurring = new HashMap<>();
    private final LastText[] last = new LastText[OWN.size()];

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

    /** The columns of the table that a build needs: all but the text. */
    public static Dataset<Row> narrow(Dataset<Row> messages) {
        return messages.select(Stream.concat(OWN.stream(), MessageTraits.COLUMNS.stream())
                .map(name -> isOlder(messages, name)
                        ? functions.lit(null).cast("int").as(name)
                        : functions.col(name))
                .toArray(Column[]::new));
    }

    /** The columns that {@link #read} expects behind the hash of a {@link Shuffle}, and what else narrow rows have. */
    public static Dataset<Row> packed(Dataset<Row> narrow) {
        Stream<Column> others = Arrays.stream(narrow.columns())
                .filter(name -> !OWN.contains(name) && !MessageTraits.COLUMNS.contains(name))
                .map(functions::col);
        return narrow.select(Stream.of(
                        OWN.stream().map(functions::col),
                        Stream.of(MessageTraits.column().as(TRAITS)),
                        others)
                .flatMap(columns -> columns)
                .toArray(Column[]::new));
    }

    /** Messages taken in before there were cues have none until the next ingestion adds them. */
    private static boolean isOlder(Dataset<Row> messages, String column) {
        return column.equals(CUES) && !Arrays.asList(messages.columns()).contains(column);
    }

    public Message read(InternalRow row) {
        MessageTraits traits = new MessageTraits(row.getLong(TRAITS_AT));
        Role role = traits.role();
        return new Message(
                required(row, 1),
                last(row, 2, UTF8String::toString),
                row.getUTF8String(4).toString(),
                Micros.toMillis(row.getLong(3)),
                role,
                role == Role.CUSTOMER ? text(row, 5) : recurring(row, 5),
                traits.kind(),
                traits.event(),
                recurring(row, 6),
                required(row, 7),
                recurring(row, 8),
                last(row, 9, UTF8String::toString),
                row.isNullAt(10) ? null : Long.valueOf(row.getLong(10)),
                traits.isAcknowledgement(),
                traits.endsInQuestion(),
                traits.cues(),
                traits.textLength());
    }

    private static @Nullable String text(InternalRow row, int ordinal) {
        return row.isNullAt(ordinal) ? null : row.getUTF8String(ordinal).toString();
    }

    private String required(InternalRow row, int ordinal) {
        String value = recurring(row, ordinal);
        if (value == null) {
            throw new IllegalStateException(
                    "a row of messages has no " + OWN.get(ordinal - 1) + "; ingestion fills it in");
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
