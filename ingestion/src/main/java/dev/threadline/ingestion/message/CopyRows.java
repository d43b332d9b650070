package dev.threadline.ingestion.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of {@code messages} as copies. */
final class CopyRows {

    /** The columns that a copy is made of. */
    static final List<String> COLUMNS = Stream.concat(
                    MessageCopy.TEXTS.stream(),
                    Stream.of(
                            MessagesTable.SENT_AT,
                            MessagesTable.REVISION_SENT_AT,
                            MessagesTable.REVISED_AT,
                            MessagesTable.SEQUENCE))
            .toList();

    private CopyRows() {}

    /** The copy that a row with at least {@link #COLUMNS} holds. */
    static MessageCopy copy(Row row) {
        List<@Nullable String> texts = new ArrayList<>();
        MessageCopy.TEXTS.forEach(name -> texts.add(row.getAs(name)));
        Instant revisedAt = row.getAs(MessagesTable.REVISED_AT);
        return new MessageCopy(
                row.<Instant>getAs(MessagesTable.SENT_AT).toEpochMilli(),
                row.<Instant>getAs(MessagesTable.REVISION_SENT_AT).toEpochMilli(),
                revisedAt == null ? null : revisedAt.toEpochMilli(),
                row.getAs(MessagesTable.SEQUENCE),
                texts);
    }
}
