package dev.threadline.jobs.daily;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * How {@link DailyMetrics} travel between tasks: every part of a log sends a row for each of its days, and as objects these
 * took a tenth of a build of a year to write and read.
 */
@SuppressWarnings("ArrayRecordComponent") // it is written and read, never compared
record PackedDays(String reportZone, byte[] bytes) implements Serializable {

    private static final int FIRST_BYTES = 4096;
    private static final int ANY_SIZE = -1;

    static PackedDays of(ZoneId reportZone, Map<DayKey, DayTotals> days) {
        try (Output out = new Output(FIRST_BYTES, ANY_SIZE)) {
            out.writeVarInt(days.size(), true);
            days.forEach((key, totals) -> {
                write(out, key);
                totals.write(out);
            });
            return new PackedDays(reportZone.getId(), out.toBytes());
        }
    }

    /** Called when it was read. */
    Object readResolve() {
        DailyMetrics metrics = new DailyMetrics(ZoneId.of(reportZone));
        try (Input in = new Input(bytes)) {
            for (int left = in.readVarInt(true); left > 0; left--) {
                metrics.days().put(readKey(in), DayTotals.read(in));
            }
        }
        return metrics;
    }

    private static void write(Output out, DayKey key) {
        out.writeVarLong(key.date().toEpochDay(), false);
        out.writeString(key.channel());
        out.writeString(key.team());
        out.writeString(key.mode());
    }

    private static DayKey readKey(Input in) {
        return new DayKey(
                LocalDate.ofEpochDay(in.readVarLong(false)), in.readString(), in.readString(), in.readString());
    }
}
