package dev.threadline.ingestion.warehouse;

import java.io.Serializable;
import java.time.Duration;

/**
 * Bands of age that a table's rows are kept apart by, so that what changes, which is mostly young, lies in few and small
 * files: up to 2 days before as-of, up to 8, 32, 128 and 512, and older.
 *
 * @param asOf epoch milliseconds that ages are counted back from
 * @param bands how many there are; the last holds all that is older
 */
public record AgeBands(long asOf, int bands) implements Serializable {

    private static final long FIRST_MS = Duration.ofDays(2).toMillis();
    private static final int WIDENING = 4;
    private static final int MOST = 6;

    /** Fewer records than this make files too small to be worth keeping apart. */
    private static final long RECORDS_WORTH_BANDS = 1_000_000;

    /** The bands for a log of so many records. */
    public static AgeBands of(long asOf, long records) {
        return new AgeBands(asOf, records < RECORDS_WORTH_BANDS ? 1 : MOST);
    }

    /** The band of an instant in epoch milliseconds, from 0 for the youngest. */
    public int of(long instant) {
        long edge = FIRST_MS;
        int band = 0;
        while (band < bands - 1 && asOf - instant >= edge) {
            edge *= WIDENING;
            band++;
        }
        return band;
    }
}
