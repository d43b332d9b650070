package dev.threadline.ingestion.message;

import dev.threadline.ingestion.text.Addressee;
import dev.threadline.ingestion.text.Cues;
import dev.threadline.ingestion.text.OwnWords;
import dev.threadline.ingestion.warehouse.Micros;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Puts beside the fields of a message what its text tells, and the run that brings it unless the fields say that. */
final class MessageRows implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What a text tells, in the order in which it is put beside. */
    static final List<String> TOLD = List.of(
            MessagesTable.IS_ACKNOWLEDGEMENT_TEXT,
            MessagesTable.ENDS_IN_QUESTION,
            MessagesTable.TEXT_LENGTH,
            MessagesTable.CUES);

    private static final UTF8String CUSTOMER = UTF8String.fromString(Validation.CUSTOMER);

    private static final List<String> BROUGHT = List.of(MessagesTable.INGESTED_AT, MessagesTable.RUN_ID);

    private final StructType schema;
    private final int text;
    private final int role;
    private final int[] kept;
    private final List<DataType> types = TOLD.stream().map(MessageRows::type).toList();
    private final List<Object> brought;

    /**
     * Rows for messages.
     *
     * @param fields of the messages as they were staged, beside stored ones with {@code ingested_at}, {@code run_id} and what
     *     is {@link #kept}
     * @param now when the run began
     */
    MessageRows(StructType fields, String runId, Instant now) {
        boolean saysRun = Arrays.asList(fields.fieldNames()).contains(MessagesTable.RUN_ID);
        this.schema = with(saysRun ? fields : with(fields, BROUGHT), TOLD);
        this.text = fields.fieldIndex(MessagesTable.TEXT);
        this.role = fields.fieldIndex(MessagesTable.SENDER_ROLE);
        this.kept = saysRun
                ? TOLD.stream().mapToInt(name -> fields.fieldIndex(kept(name))).toArray()
                : new int[0];
        this.brought = saysRun ? List.of() : List.of(Micros.ofMillis(now.toEpochMilli()), UTF8String.fromString(runId));
    }

    /** The column that has what the table says of a stored message's text, which retention may have taken. */
    static String kept(String told) {
        return "kept_" + told;
    }

    /** The type of a column of {@link #TOLD}. */
    static DataType type(String told) {
        return MessagesTable.TABLE.schema().apply(told).dataType();
    }

    private static StructType with(StructType fields, List<String> more) {
        StructType all = fields;
        for (String name : more) {
            all = all.add(MessagesTable.TABLE.schema().apply(name));
        }
        return all;
    }

    /** All columns of the table, and others, in the order of the rows. */
    StructType schema() {
        return schema;
    }

    InternalRow of(InternalRow message) {
        @Nullable Object[] more = Arrays.copyOf(brought.toArray(), brought.size() + TOLD.size());
        if (!message.isNullAt(text)) {
            UTF8String written = message.getUTF8String(text);
            String words = written.toString();
            String own = OwnWords.of(words);
            more[brought.size()] = TextFlags.isAcknowledgement(own);
            more[brought.size() + 1] = TextFlags.endsInQuestion(own);
            more[brought.size() + 2] = written.numChars();
            more[brought.size() + 3] = cues(words, own, CUSTOMER.equals(message.getUTF8String(role)));
        } else {
            for (int i = 0; i < kept.length; i++) {
                more[brought.size() + i] = message.get(kept[i], types.get(i));
            }
        }
        return new JoinedRow(message, new GenericInternalRow(more));
    }

    /** What a text does, and whom it addresses if a customer wrote it: whom the business addresses, its customer, is not told. */
    static int cues(String text, String own, boolean byCustomer) {
        return Cues.of(text, own) | (byCustomer ? Addressee.bits(own) : 0);
    }
}
