package dev.threadline.jobs.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Cuts an iterator into runs of neighbours that belong together; each run is a new list that the caller may keep. */
final class Groups<T> implements Iterator<List<T>> {

    private final Iterator<T> elements;
    private final BiPredicate<T, T> together;
    private @Nullable T ahead;

    Groups(Iterator<T> elements, BiPredicate<T, T> together) {
        this.elements = elements;
        this.together = together;
        this.ahead = elements.hasNext() ? elements.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public List<T> next() {
        T first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        List<T> group = new ArrayList<>();
        T element = first;
        while (element != null && together.test(first, element)) {
            group.add(element);
            element = elements.hasNext() ? elements.next() : null;
        }
        ahead = element;
        return group;
    }
}
