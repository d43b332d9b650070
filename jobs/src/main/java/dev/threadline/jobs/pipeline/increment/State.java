package dev.threadline.jobs.pipeline.increment;

/** Whether something was there at the last publication, is there now, or both. */
enum State {
    BOTH,
    BEFORE,
    AFTER;

    private static final State[] VALUES = values();

    static State of(int ordinal) {
        return VALUES[ordinal];
    }

    boolean was() {
        return this != AFTER;
    }

    boolean is() {
        return this != BEFORE;
    }
}
