package dev.threadline.ingestion.message;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.AccumulatorV2;
import org.jspecify.annotations.Nullable;

/** Counts the records of each file while they pass; records of no known file are counted under an empty name. */
final class RecordsPerFile extends AccumulatorV2<@Nullable UTF8String, Map<String, Long>> {

    private static final long serialVersionUID = 1L;

    private final Map<UTF8String, long[]> counts = new HashMap<>();

    @Override
    public void add(@Nullable UTF8String file) {
        UTF8String name = file == null ? UTF8String.EMPTY_UTF8 : file;
        long[] count = counts.get(name);
        if (count == null) {
            count = new long[1];
            counts.put(name.clone(), count);
        }
        count[0]++;
    }

    @Override
    public boolean isZero() {
        return counts.isEmpty();
    }

    @Override
    public RecordsPerFile copy() {
        RecordsPerFile copy = new RecordsPerFile();
        copy.merge(this);
        return copy;
    }

    @Override
    public void reset() {
        counts.clear();
    }

    @Override
    public void merge(AccumulatorV2<@Nullable UTF8String, Map<String, Long>> other) {
        ((RecordsPerFile) other)
                .counts.forEach((file, count) -> counts.computeIfAbsent(file, first -> new long[1])[0] += count[0]);
    }

    @Override
    public Map<String, Long> value() {
        Map<String, Long> value = new HashMap<>();
        counts.forEach((file, count) -> value.put(file.toString(), count[0]));
        return value;
    }
}
