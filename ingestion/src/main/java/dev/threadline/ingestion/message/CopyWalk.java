package dev.threadline.ingestion.message;

import dev.threadline.ingestion.warehouse.InternalRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/** Goes once over records sorted by key and makes one row of the copies of a message. */
final class CopyWalk implements InternalRows.Walk {

    private static final long serialVersionUID = 1L;

    private static final int MICROS_PER_MS = 1_000;

    private final int source;
    private final int threadId;
    private final int messageId;
    private final int sentAt;
    private final int revisionSentAt;
    private final int revisedAt;
    private final int sequence;
    private final int file;
    private final int[] texts;
    private final LongAccumulator messages;
    private final RecordsPerFile read;

    CopyWalk(StructType schema, LongAccumulator messages, RecordsPerFile read) {
        this.source = schema.fieldIndex(MessagesTable.SOURCE);
        this.threadId = schema.fieldIndex(MessagesTable.THREAD_ID);
        this.messageId = schema.fieldIndex(MessagesTable.MESSAGE_ID);
        this.sentAt = schema.fieldIndex(MessagesTable.SENT_AT);
        this.revisionSentAt = schema.fieldIndex(MessagesTable.REVISION_SENT_AT);
        this.revisedAt = schema.fieldIndex(MessagesTable.REVISED_AT);
        this.sequence = schema.fieldIndex(MessagesTable.SEQUENCE);
        this.file = schema.fieldIndex(MessagesTable.FILE);
        this.texts = MessageCopy.TEXTS.stream().mapToInt(schema::fieldIndex).toArray();
        this.messages = messages;
        this.read = read;
    }

    @Override
    public Iterator<InternalRow> call(Iterator<InternalRow> records) {
        return new Iterator<>() {
            private @Nullable UnsafeRow next = advance(records);

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public InternalRow next() {
                UnsafeRow message = next;
                if (message == null) {
                    throw new NoSuchElementException();
                }
                while (true) {
                    next = advance(records);
                    if (next == null || !sameKey(message, next)) {
                        messages.add(1);
                        return message;
                    }
                    message = merged(message, next);
                }
            }
        };
    }

    private @Nullable UnsafeRow advance(Iterator<InternalRow> records) {
        if (!records.hasNext()) {
            return null;
        }
        UnsafeRow row = ((UnsafeRow) records.next()).copy();
        read.add(row.getUTF8String(file));
        return row;
    }

    private boolean sameKey(UnsafeRow one, UnsafeRow other) {
        return equal(one, other, messageId) && equal(one, other, threadId) && equal(one, other, source);
    }

    private static boolean equal(UnsafeRow one, UnsafeRow other, int field) {
        return one.getUTF8String(field).equals(other.getUTF8String(field));
    }

    private UnsafeRow merged(UnsafeRow one, UnsafeRow other) {
        UnsafeRow winner = copy(other).supersedes(copy(one)) ? other : one;
        winner.setLong(sentAt, Math.min(one.getLong(sentAt), other.getLong(sentAt)));
        return winner;
    }

    private MessageCopy copy(UnsafeRow row) {
        List<@Nullable String> values = new ArrayList<>();
        for (int field : texts) {
            UTF8String text = row.getUTF8String(field);
            values.add(text == null ? null : text.toString());
        }
        return new MessageCopy(
                millis(row, sentAt),
                millis(row, revisionSentAt),
                row.isNullAt(revisedAt) ? null : millis(row, revisedAt),
                row.isNullAt(sequence) ? null : row.getLong(sequence),
                values);
    }

    private static long millis(UnsafeRow row, int field) {
        return row.getLong(field) / MICROS_PER_MS;
    }
}
