package dev.threadline.sample.log;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Bytes of UTF-8 text under construction; faster than strings, and the same in every locale. */
public final class TextBuffer {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ESCAPE = 6;
    private static final long DAY_MS = 86_400_000;
    private static final int DATES = 64;

    private byte[] bytes = new byte[1024];
    private int length;
    /** The dates written lately, by the last bits of their day. */
    private final long[] dateDays = new long[DATES];

    private final String[] dates = new String[DATES];

    /** An empty buffer. */
    public TextBuffer() {
        Arrays.fill(dateDays, Long.MIN_VALUE);
        Arrays.fill(dates, "");
    }

    /** The bytes; only the first {@link #length} count. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Cuts off what lies beyond a length. */
    public void truncate(int newLength) {
        length = newLength;
    }

    /** Adds one ASCII character. */
    public TextBuffer add(char character) {
        room(1);
        bytes[length++] = (byte) character;
        return this;
    }

    /** Adds text that is known to be ASCII. */
    @SuppressWarnings("deprecation") // the one call that copies Latin-1 without a detour
    public TextBuffer ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
        return this;
    }

    /** Adds a decimal number. */
    public TextBuffer number(long value) {
        if (value < 0) {
            return ascii(Long.toString(value));
        }
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits(value, digits);
    }

    /** Adds an instant as ISO-8601 in UTC with milliseconds. */
    public TextBuffer instant(long epochMs) {
        long day = Math.floorDiv(epochMs, DAY_MS);
        int slot = (int) (day & (DATES - 1));
        if (dateDays[slot] != day) {
            dateDays[slot] = day;
            dates[slot] = LocalDate.ofEpochDay(day).toString();
        }
        int time = (int) Math.floorMod(epochMs, DAY_MS);
        ascii(dates[slot]).add('T');
        digits(time / 3_600_000, 2).add(':');
        digits(time / 60_000 % 60, 2).add(':');
        digits(time / 1000 % 60, 2).add('.');
        return digits(time % 1000, 3).add('Z');
    }

    /** Adds text as it is. */
    public TextBuffer utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        copy(encoded, 0, encoded.length);
        return this;
    }

    /** Adds text as the inside of a JSON string. */
    public TextBuffer json(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length * LONGEST_ESCAPE);
        int from = 0;
        for (int index = 0; index < encoded.length; index++) {
            byte character = encoded[index];
            if (character == '"' || character == '\\' || (character >= 0 && character < ' ')) {
                copy(encoded, from, index);
                escape(character);
                from = index + 1;
            }
        }
        copy(encoded, from, encoded.length);
        return this;
    }

    private TextBuffer digits(long value, int width) {
        room(width);
        long rest = value;
        for (int place = width - 1; place >= 0; place--) {
            bytes[length + place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
        return this;
    }

    private void copy(byte[] from, int startInclusive, int endExclusive) {
        System.arraycopy(from, startInclusive, bytes, length, endExclusive - startInclusive);
        length += endExclusive - startInclusive;
    }

    private void escape(byte character) {
        bytes[length++] = '\\';
        if (character >= ' ') {
            bytes[length++] = character;
        } else if (character == '\n') {
            bytes[length++] = 'n';
        } else {
            bytes[length++] = 'u';
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[character >> 4];
            bytes[length++] = HEX[character & 15];
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
