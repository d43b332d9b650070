package dev.threadline.jobs.pipeline.increment.stated;

/** Whether something was there at the last publication, is there now, or both. */
public enum State {
    BOTH,
    BEFORE,
    AFTER;

    private static final State[] VALUES = values();

    /** The state of this ordinal. */
    public static State of(int ordinal) {
        return VALUES[ordinal];
    }

    /** Whether it was there at the last publication. */
    public boolean was() {
        return this != AFTER;
    }

    /** Whether it is there now. */
    public boolean is() {
        return this != BEFORE;
    }
}
