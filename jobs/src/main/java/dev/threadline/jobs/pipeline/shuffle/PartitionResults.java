package dev.threadline.jobs.pipeline.shuffle;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.util.AccumulatorV2;

/**
 * What the tasks of a stage have finished beside the rows they pass on, such as files. A task that is run again, after a
 * lost worker, replaces what it reported before: its files hold the same rows.
 *
 * @param <R> what one task finishes
 */
public final class PartitionResults<R extends Serializable>
        extends AccumulatorV2<PartitionResults.OfPartition<R>, Collection<R>> {

    private static final long serialVersionUID = 1;

    private final Map<Integer, R> byPartition = new HashMap<>();

    /** What one task finished. */
    public record OfPartition<R>(int partition, R result) {}

    @Override
    public boolean isZero() {
        return byPartition.isEmpty();
    }

    @Override
    public PartitionResults<R> copy() {
        PartitionResults<R> copy = new PartitionResults<>();
        copy.byPartition.putAll(byPartition);
        return copy;
    }

    @Override
    public void reset() {
        byPartition.clear();
    }

    @Override
    public void add(OfPartition<R> finished) {
        byPartition.put(finished.partition(), finished.result());
    }

    @Override
    public void merge(AccumulatorV2<OfPartition<R>, Collection<R>> other) {
        byPartition.putAll(((PartitionResults<R>) other).byPartition);
    }

    @Override
    public Collection<R> value() {
        return List.copyOf(byPartition.values());
    }
}
