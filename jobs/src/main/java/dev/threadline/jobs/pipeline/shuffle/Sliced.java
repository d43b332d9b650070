package dev.threadline.jobs.pipeline.shuffle;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * What a part of a log came to: too large, where there are many parts, for one task or the driver to be sent several of
 * them, so that they are cut alike and added slice by slice.
 *
 * @param <T> the type itself
 */
public interface Sliced<T extends Sliced<T>> extends Serializable {

    /** So many parts for each slice: fewer are added up as they are. */
    int PARTS_PER_SLICE = 20;

    /** This and what another part came to; may change this. */
    T plus(T other);

    /** This in pieces that add up to it; the slices of one number from several parts hold what belongs together. */
    List<T> slices(int count);

    /** The sum of all parts, of which each partition has one. */
    static <T extends Sliced<T>> T sum(JavaRDD<T> parts) {
        int slices = parts.getNumPartitions() / PARTS_PER_SLICE;
        return slices < 2
                ? parts.treeReduce(Sliced::plus)
                : parts.flatMapToPair(part -> {
                            List<T> cut = part.slices(slices);
                            return IntStream.range(0, slices)
                                    .mapToObj(slice -> new Tuple2<>(slice, cut.get(slice)))
                                    .iterator();
                        })
                        .reduceByKey(Sliced::plus, slices)
                        .values()
                        .reduce(Sliced::plus);
    }
}
