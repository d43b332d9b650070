package dev.threadline.jobs.sensitivity;

import dev.threadline.jobs.thread.Message;
import java.io.Serializable;

/**
 * Which threads other policies are tried on: all of a small log, of a large one an even share that holds about
 * {@value #ENOUGH_RECORDS} records, from which medians and shares follow as well. It depends on the threads' names only, so
 * the same records are sampled alike in any order and split.
 *
 * @param oneIn one thread in this many is taken
 */
public record ThreadSample(long oneIn) implements Serializable {

    private static final long ENOUGH_RECORDS = 250_000;

    /** Spreads neighbouring hashes; the odd constant is 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** The sample of a log of so many records. */
    public static ThreadSample of(long records) {
        return new ThreadSample(Math.max(1, records / ENOUGH_RECORDS));
    }

    /** Whether the thread of this record is taken. */
    public boolean takes(Message ofThread) {
        return takes(ofThread.source(), ofThread.threadId());
    }

    /** Whether the thread of this name is taken. */
    public boolean takes(String source, String threadId) {
        long hash = (31L * source.hashCode() + threadId.hashCode()) * SPREAD;
        return Math.floorMod(hash ^ (hash >>> 32), oneIn) == 0;
    }
}
