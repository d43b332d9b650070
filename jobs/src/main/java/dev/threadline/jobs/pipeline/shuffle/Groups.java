package dev.threadline.jobs.pipeline.shuffle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the rows of a {@link Shuffle} into groups of one key each. Rows of one key have the same hash and so lie together;
 * rows of another key that happens to share the hash may lie among them, and are told apart here.
 */
public final class Groups<T> implements Iterator<List<T>> {

    private final Iterator<InternalRow> rows;
    private final Function<InternalRow, T> reader;
    private final BiPredicate<T, T> sameKey;
    private final Deque<List<T>> ready = new ArrayDeque<>();
    private @Nullable T ahead;
    private long aheadHash;
    private long readyHash;

    /** Groups in the order of their hashes; each is a new list that the caller may keep and change. */
    public Groups(Iterator<InternalRow> rows, Function<InternalRow, T> reader, BiPredicate<T, T> sameKey) {
        this.rows = rows;
        this.reader = reader;
        this.sameKey = sameKey;
        read();
    }

    @Override
    public boolean hasNext() {
        return ahead != null || !ready.isEmpty();
    }

    @Override
    public List<T> next() {
        if (ready.isEmpty()) {
            readGroups();
        }
        List<T> group = ready.poll();
        if (group == null) {
            throw new NoSuchElementException();
        }
        return group;
    }

    /** The hash of the key of the next group; there has to be one. */
    public long nextHash() {
        return ready.isEmpty() ? aheadHash : readyHash;
    }

    private void readGroups() {
        readyHash = aheadHash;
        while (ahead != null && aheadHash == readyHash) {
            groupOf(ahead).add(ahead);
            read();
        }
    }

    private List<T> groupOf(T element) {
        for (List<T> group : ready) {
            if (sameKey.test(group.get(0), element)) {
                return group;
            }
        }
        List<T> group = new ArrayList<>();
        ready.add(group);
        return group;
    }

    private void read() {
        ahead = null;
        if (rows.hasNext()) {
            InternalRow row = rows.next();
            aheadHash = row.getLong(Shuffle.HASH);
            ahead = reader.apply(row);
        }
    }
}
