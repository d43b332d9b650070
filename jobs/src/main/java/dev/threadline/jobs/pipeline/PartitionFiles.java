package dev.threadline.jobs.pipeline;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.util.AccumulatorV2;

/**
 * The files that the tasks of a stage have finished beside the rows they pass on. A task that is run again, after a lost
 * worker, replaces what it reported before: its files hold the same rows.
 */
final class PartitionFiles extends AccumulatorV2<PartitionFiles.OfPartition, BuiltFiles> {

    private static final long serialVersionUID = 1;

    private final Map<Integer, BuiltFiles> byPartition = new HashMap<>();

    /** What one task finished. */
    record OfPartition(int partition, BuiltFiles files) {}

    @Override
    public boolean isZero() {
        return byPartition.isEmpty();
    }

    @Override
    public PartitionFiles copy() {
        PartitionFiles copy = new PartitionFiles();
        copy.byPartition.putAll(byPartition);
        return copy;
    }

    @Override
    public void reset() {
        byPartition.clear();
    }

    @Override
    public void add(OfPartition finished) {
        byPartition.put(finished.partition(), finished.files());
    }

    @Override
    public void merge(AccumulatorV2<OfPartition, BuiltFiles> other) {
        byPartition.putAll(((PartitionFiles) other).byPartition);
    }

    @Override
    public BuiltFiles value() {
        BuiltFiles all = new BuiltFiles();
        byPartition.values().forEach(all::plus);
        return all;
    }
}
