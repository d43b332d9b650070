package dev.threadline.jobs.calibrate;

import java.util.Locale;

/** How far a calibration can be trusted. */
public enum Certainty {
    HIGH,
    MEDIUM,
    LOW;

    private static final int MANY_BOUNDARIES = 300;
    private static final int MANY_THREADS = 50;
    private static final int SOME_BOUNDARIES = 50;
    private static final int SOME_THREADS = 15;

    /** How sure labels of so many threads with so many boundaries make us. */
    static Certainty ofLabels(long threads, long boundaries) {
        if (threads >= MANY_THREADS && boundaries >= MANY_BOUNDARIES) {
            return HIGH;
        }
        return threads >= SOME_THREADS && boundaries >= SOME_BOUNDARIES ? MEDIUM : LOW;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
