package dev.threadline.ingestion.message;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** What a {@link CopyWalk} saw of a partition, counted while it goes. */
final class CopyCounts {

    private final Map<UTF8String, long[]> arrived = new HashMap<>();
    private long newMessages;
    private long changedMessages;

    /** Counts a good record; one of no known file is counted under an empty name. */
    void arrived(@Nullable UTF8String file) {
        UTF8String name = file == null ? UTF8String.EMPTY_UTF8 : file;
        long[] count = arrived.get(name);
        if (count == null) {
            count = new long[1];
            arrived.put(name.clone(), count);
        }
        count[0]++;
    }

    void newMessage() {
        newMessages++;
    }

    void changedMessage() {
        changedMessages++;
    }

    /** Messages that the table does not have. */
    long newMessages() {
        return newMessages;
    }

    /** Messages of the table that the arrived copies change. */
    long changedMessages() {
        return changedMessages;
    }

    /** Good records of each file, copies among them. */
    Map<String, Long> recordsPerFile() {
        Map<String, Long> records = new HashMap<>();
        arrived.forEach((file, count) -> records.put(file.toString(), count[0]));
        return records;
    }
}
