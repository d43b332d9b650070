package dev.threadline.ingestion.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merging takes a minimum and a maximum in a total order: neither order nor repetition nor grouping of copies matters. */
class CopyWalkTest {

    private static final StructType SCHEMA = schema();
    private static final CopyWalk WALK = new CopyWalk(SCHEMA, Instant.EPOCH);

    /** A copy of the one message that there is, or what copies came to. */
    private record Copy(long sentAtMs, @Nullable Long revisedAtMs, String text) {

        UnsafeRow row(boolean isStored) {
            @Nullable Object[] values = new @Nullable Object[SCHEMA.size()];
            values[SCHEMA.fieldIndex(StagedRecords.SORT_KEY)] = 1L;
            values[SCHEMA.fieldIndex(MessagesTable.SOURCE)] = UTF8String.fromString("s");
            values[SCHEMA.fieldIndex(MessagesTable.THREAD_ID)] = UTF8String.fromString("t");
            values[SCHEMA.fieldIndex(MessagesTable.MESSAGE_ID)] = UTF8String.fromString("m");
            values[SCHEMA.fieldIndex(MessagesTable.TEXT)] = UTF8String.fromString(text);
            values[SCHEMA.fieldIndex(MessagesTable.SENT_AT)] = 1_000 * sentAtMs;
            values[SCHEMA.fieldIndex(MessagesTable.REVISION_SENT_AT)] = 1_000 * sentAtMs;
            values[SCHEMA.fieldIndex(MessagesTable.REVISED_AT)] = revisedAtMs == null ? null : 1_000 * revisedAtMs;
            values[SCHEMA.fieldIndex(CopyWalk.IS_STORED)] = isStored;
            return UnsafeProjection.create(SCHEMA)
                    .apply(new GenericInternalRow(values))
                    .copy();
        }
    }

    @Test
    void theEarliestTimeStaysWhicheverCopyWins() {
        UnsafeRow merged = merged(List.of(new Copy(1, null, "a"), new Copy(2, 5L, "b")));

        assertThat(merged.getLong(SCHEMA.fieldIndex(MessagesTable.SENT_AT))).isEqualTo(1_000);
        assertThat(merged.getLong(SCHEMA.fieldIndex(MessagesTable.REVISION_SENT_AT)))
                .isEqualTo(2_000);
        assertThat(text(merged)).isEqualTo("b");
    }

    @Test
    void whatIsStoredAndStaysDoesNotComeOut() {
        UnsafeRow stored = merged(List.of(new Copy(1, 5L, "a")));
        stored.setBoolean(SCHEMA.fieldIndex(CopyWalk.IS_STORED), true);

        assertThat(over(List.of(new Copy(1, 5L, "a").row(false), stored))).isEmpty();
        assertThat(over(List.of(new Copy(3, null, "z").row(false), stored))).isEmpty();
        assertThat(over(List.of(new Copy(0, null, "z").row(false), stored))).hasSize(1);
    }

    /** From a version that took such records in. */
    @Test
    void aStoredCopyOfAFarRevisionGivesWayToAnyThatComes() {
        long ahead = Validation.CLOCK_TOLERANCE.toMillis() + 1;
        for (Long revisedAt : new @Nullable Long[] {null, 5L}) {
            List<UnsafeRow> rows = List.of(
                    new Copy(1, revisedAt, "a").row(false),
                    new Copy(1, ahead, "z").row(true),
                    new Copy(0, null, "0").row(false));
            assertThat(over(rows))
                    .singleElement()
                    .satisfies(message -> assertThat(text(message)).isEqualTo("a"));
        }
        Copy inTime = new Copy(1, ahead - 1, "z");
        assertThat(over(List.of(new Copy(1, 5L, "a").row(false), inTime.row(true))))
                .isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderRepetitionAndGroupingOfCopiesDoNotMatter(int seed) {
        Random random = new Random(seed);
        List<Copy> copies = random.ints(2 + random.nextInt(5))
                .mapToObj(i -> new Copy(
                        random.nextInt(3),
                        random.nextBoolean() ? null : (long) random.nextInt(3),
                        "abc".substring(random.nextInt(3))))
                .toList();
        List<Copy> shuffled = new ArrayList<>(copies);
        shuffled.addAll(copies.subList(0, random.nextInt(copies.size())));
        Collections.shuffle(shuffled, random);

        int runs = 1 + random.nextInt(shuffled.size());
        @Nullable UnsafeRow stored = null;
        for (int run = 0; run < runs; run++) {
            List<UnsafeRow> rows = new ArrayList<>();
            for (int i = run; i < shuffled.size(); i += runs) {
                rows.add(shuffled.get(i).row(false));
            }
            if (stored != null) {
                rows.add(random.nextInt(rows.size() + 1), stored.copy());
            }
            List<UnsafeRow> changed = over(rows);
            stored = Objects.requireNonNull(changed.isEmpty() ? stored : changed.get(0));
            stored.setBoolean(SCHEMA.fieldIndex(CopyWalk.IS_STORED), true);
        }

        UnsafeRow atOnce = merged(copies);
        atOnce.setBoolean(SCHEMA.fieldIndex(CopyWalk.IS_STORED), true);
        assertThat(stored).isEqualTo(atOnce);
    }

    private static UnsafeRow merged(List<Copy> copies) {
        List<UnsafeRow> messages =
                over(copies.stream().map(copy -> copy.row(false)).toList());
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static List<UnsafeRow> over(List<UnsafeRow> rows) {
        List<UnsafeRow> messages = new ArrayList<>();
        Iterator<InternalRow> records =
                rows.stream().<InternalRow>map(row -> row).iterator();
        WALK.over(records, new CopyCounts()).forEachRemaining(message -> messages.add(message.copy()));
        return messages;
    }

    private static String text(UnsafeRow row) {
        return row.getUTF8String(SCHEMA.fieldIndex(MessagesTable.TEXT)).toString();
    }

    private static StructType schema() {
        StructType schema = new StructType().add(StagedRecords.SORT_KEY, DataTypes.LongType);
        for (String text : MessageCopy.TEXTS) {
            schema = schema.add(text, DataTypes.StringType);
        }
        for (String instant :
                List.of(MessagesTable.SENT_AT, MessagesTable.REVISION_SENT_AT, MessagesTable.REVISED_AT)) {
            schema = schema.add(instant, DataTypes.TimestampType);
        }
        DataType whole = DataTypes.LongType;
        return schema.add(MessagesTable.SEQUENCE, whole)
                .add(MessagesTable.FILE, DataTypes.StringType)
                .add(CopyWalk.IS_STORED, DataTypes.BooleanType);
    }
}
