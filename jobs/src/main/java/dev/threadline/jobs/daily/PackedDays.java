package dev.threadline.jobs.daily;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How {@link DailyMetrics} travel between tasks: every part of a log sends a row for each of its days, and as objects these
 * took a tenth of a build of a year to write and read.
 */
@SuppressWarnings("ArrayRecordComponent") // it is written and read, never compared
record PackedDays(String reportZone, byte[] bytes) implements Serializable {

    static PackedDays of(ZoneId reportZone, Map<DayKey, DayTotals> days) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeInt(days.size());
            for (Map.Entry<DayKey, DayTotals> day : days.entrySet()) {
                write(out, day.getKey());
                day.getValue().write(out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PackedDays(reportZone.getId(), bytes.toByteArray());
    }

    /** Called when it was read. */
    Object readResolve() {
        DailyMetrics metrics = new DailyMetrics(ZoneId.of(reportZone));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            for (int left = in.readInt(); left > 0; left--) {
                metrics.days().put(readKey(in), DayTotals.read(in));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return metrics;
    }

    private static void write(DataOutputStream out, DayKey key) throws IOException {
        out.writeLong(key.date().toEpochDay());
        out.writeUTF(key.channel());
        writeText(out, key.team());
        writeText(out, key.mode());
    }

    private static DayKey readKey(DataInputStream in) throws IOException {
        return new DayKey(LocalDate.ofEpochDay(in.readLong()), in.readUTF(), readText(in), readText(in));
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
