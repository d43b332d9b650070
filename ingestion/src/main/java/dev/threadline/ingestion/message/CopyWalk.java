package dev.threadline.ingestion.message;

import dev.threadline.ingestion.warehouse.Micros;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Goes once over records sorted by their sort key, arrived ones and the stored copies of the same messages, and makes one
 * row of the copies of a message. What is stored already and stays as it is does not come out.
 */
final class CopyWalk implements Serializable {

    /** Whether a row comes from the table; of a row that comes out, whether the table has that message. */
    static final String IS_STORED = "is_stored";

    private static final long serialVersionUID = 1L;

    private final int sortKey;
    private final int source;
    private final int threadId;
    private final int messageId;
    private final int sentAt;
    private final int revisionSentAt;
    private final int revisedAt;
    private final int sequence;
    private final int file;
    private final int isStored;
    private final int[] texts;
    private final long latestRevision;

    /**
     * Prepares a walk.
     *
     * @param now when the run began, which refused arrived records that say they were revised after it
     */
    CopyWalk(StructType schema, Instant now) {
        this.latestRevision =
                Micros.ofMillis(now.plus(Validation.CLOCK_TOLERANCE).toEpochMilli());
        this.sortKey = schema.fieldIndex(StagedRecords.SORT_KEY);
        this.source = schema.fieldIndex(MessagesTable.SOURCE);
        this.threadId = schema.fieldIndex(MessagesTable.THREAD_ID);
        this.messageId = schema.fieldIndex(MessagesTable.MESSAGE_ID);
        this.sentAt = schema.fieldIndex(MessagesTable.SENT_AT);
        this.revisionSentAt = schema.fieldIndex(MessagesTable.REVISION_SENT_AT);
        this.revisedAt = schema.fieldIndex(MessagesTable.REVISED_AT);
        this.sequence = schema.fieldIndex(MessagesTable.SEQUENCE);
        this.file = schema.fieldIndex(MessagesTable.FILE);
        this.isStored = schema.fieldIndex(IS_STORED);
        this.texts = MessageCopy.TEXTS.stream().mapToInt(schema::fieldIndex).toArray();
    }

    /** The messages that are new, or are stored and change. */
    Iterator<UnsafeRow> over(Iterator<InternalRow> records, CopyCounts counts) {
        return new Iterator<>() {
            private final ArrayDeque<UnsafeRow> messages = new ArrayDeque<>();
            private @Nullable UnsafeRow next = advance(records, counts);

            @Override
            public boolean hasNext() {
                while (messages.isEmpty() && next != null) {
                    gather(next);
                }
                return !messages.isEmpty();
            }

            @Override
            public UnsafeRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return messages.remove();
            }

            /** Takes all rows of one sort key: the copies of a message, seldom of several. */
            private void gather(UnsafeRow first) {
                List<Copies> gathered = new ArrayList<>(1);
                for (UnsafeRow row = first; row != null && row.getLong(sortKey) == first.getLong(sortKey); row = next) {
                    add(row, gathered);
                    next = advance(records, counts);
                }
                gathered.forEach(copies -> copies.addTo(messages, counts));
            }
        };
    }

    /** Whether the table has a message that came out. */
    boolean isStored(UnsafeRow message) {
        return message.getBoolean(isStored);
    }

    private void add(UnsafeRow row, List<Copies> gathered) {
        for (Copies copies : gathered) {
            if (copies.isOf(row)) {
                copies.add(row);
                return;
            }
        }
        gathered.add(new Copies(row));
    }

    /** What the copies of one message came to so far. */
    private final class Copies {

        private UnsafeRow merged;
        private boolean hasStored;
        private long storedSentAt;

        Copies(UnsafeRow first) {
            this.merged = first;
            note(first);
        }

        boolean isOf(UnsafeRow row) {
            return equal(merged, row, messageId) && equal(merged, row, threadId) && equal(merged, row, source);
        }

        void add(UnsafeRow row) {
            note(row);
            merged = merged(merged, row);
        }

        /** Adds the message unless it is stored just so. */
        void addTo(ArrayDeque<UnsafeRow> messages, CopyCounts counts) {
            if (!hasStored) {
                counts.newMessage();
                messages.add(merged);
            } else if (!isStored(merged) || merged.getLong(sentAt) != storedSentAt) {
                counts.changedMessage();
                merged.setBoolean(isStored, true);
                messages.add(merged);
            }
        }

        private void note(UnsafeRow row) {
            if (isStored(row)) {
                hasStored = true;
                storedSentAt = row.getLong(sentAt);
            }
        }
    }

    private @Nullable UnsafeRow advance(Iterator<InternalRow> records, CopyCounts counts) {
        if (!records.hasNext()) {
            return null;
        }
        UnsafeRow row = ((UnsafeRow) records.next()).copy();
        if (!isStored(row)) {
            counts.arrived(row.getUTF8String(file));
        }
        return row;
    }

    private static boolean equal(UnsafeRow one, UnsafeRow other, int field) {
        return one.getUTF8String(field).equals(other.getUTF8String(field));
    }

    /** Of two equal copies the stored one stays; one that an arrived record would be refused as gives way to any. */
    private UnsafeRow merged(UnsafeRow one, UnsafeRow other) {
        boolean otherHolds = isStored(other);
        UnsafeRow holder = otherHolds ? other : one;
        UnsafeRow challenger = otherHolds ? one : other;
        boolean gives = isAhead(holder) || copy(challenger).supersedes(copy(holder));
        UnsafeRow winner = gives ? challenger : holder;
        winner.setLong(sentAt, Math.min(one.getLong(sentAt), other.getLong(sentAt)));
        return winner;
    }

    /** Taken in before such records were refused, it would win over all corrections until then. */
    private boolean isAhead(UnsafeRow row) {
        return !row.isNullAt(revisedAt) && row.getLong(revisedAt) > latestRevision;
    }

    private MessageCopy copy(UnsafeRow row) {
        List<@Nullable String> values = new ArrayList<>();
        for (int field : texts) {
            UTF8String text = row.getUTF8String(field);
            values.add(text == null ? null : text.toString());
        }
        return new MessageCopy(
                Micros.toMillis(row.getLong(revisionSentAt)),
                row.isNullAt(revisedAt) ? null : Micros.toMillis(row.getLong(revisedAt)),
                row.isNullAt(sequence) ? null : row.getLong(sequence),
                values);
    }
}
