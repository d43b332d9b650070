package dev.threadline.ingestion.warehouse;

/** Instants as Spark and Parquet keep them, in microseconds; everything else here counts milliseconds. */
public final class Micros {

    private static final long PER_MILLI = 1000;

    private Micros() {}

    /** Milliseconds in microseconds. */
    public static long ofMillis(long millis) {
        return Math.multiplyExact(millis, PER_MILLI);
    }

    /** The millisecond that a microsecond is in, before 1970 too. */
    public static long toMillis(long micros) {
        return Math.floorDiv(micros, PER_MILLI);
    }
}
