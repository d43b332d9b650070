package dev.threadline.jobs.pipeline.shuffle;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams over the iterators that Spark hands to a task. */
public final class Streams {

    private Streams() {}

    public static <T> Stream<T> of(Iterator<T> elements) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(elements, Spliterator.ORDERED), false);
    }
}
