package dev.threadline.jobs.publish;

/** How much of the tables is built. */
public enum BuildExtent {
    /** What changed since the last publication, or everything where that is needed or quicker. */
    AS_NEEDED,
    /** What changed, however small the log; everything only where that is needed. */
    CHANGES,
    /** Everything, from the messages. */
    EVERYTHING
}
