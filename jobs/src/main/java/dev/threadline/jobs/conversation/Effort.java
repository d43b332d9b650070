package dev.threadline.jobs.conversation;

import dev.threadline.jobs.time.Elapsed;
import java.io.Serializable;

/**
 * Work that humans put into a conversation or a stint.
 *
 * @param handle attention inferred from the log; it cannot see reading without replying
 * @param engaged live to and fro inside a human's ownership
 * @param assigned a human's ownership
 */
public record Effort(Elapsed handle, Elapsed engaged, Elapsed assigned) implements Serializable {

    public static final Effort NONE = new Effort(Elapsed.ZERO, Elapsed.ZERO, Elapsed.ZERO);

    public Effort plus(Effort other) {
        return new Effort(handle.plus(other.handle), engaged.plus(other.engaged), assigned.plus(other.assigned));
    }
}
