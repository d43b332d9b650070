package dev.threadline.jobs.sensitivity;

import dev.threadline.jobs.thread.Message;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which threads other policies are tried on: all of a small log, of a large one an even share that holds about
 * {@value #ENOUGH_RECORDS} records, from which medians and shares follow as well. It depends on the threads' ids only, so
 * the same records are sampled alike in any order and split.
 *
 * @param oneIn one thread in this many is taken
 */
public record ThreadSample(long oneIn) implements Serializable {

    private static final long ENOUGH_RECORDS = 250_000;

    /** The sample of a log of so many records. */
    public static ThreadSample of(long records) {
        return new ThreadSample(Math.max(1, records / ENOUGH_RECORDS));
    }

    /** Whether the thread of this record is taken. */
    public boolean takes(Message ofThread) {
        return takes(ofThread.threadId().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether threads of this id, in UTF-8, are taken: those whose CRC-32 is a multiple of {@link #oneIn}. */
    public boolean takes(byte[] threadId) {
        CRC32 checksum = new CRC32();
        checksum.update(threadId);
        return checksum.getValue() % oneIn == 0;
    }
}
