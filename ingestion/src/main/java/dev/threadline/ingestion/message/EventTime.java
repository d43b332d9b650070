package dev.threadline.ingestion.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads an instant as logs write it: ISO-8601 with an offset or {@code Z}, extended or basic, or epoch milliseconds. A
 * local time names no instant, and epoch seconds are not taken for milliseconds. Finer than a millisecond is cut off.
 */
final class EventTime {

    /** No message log is older than Unix time. */
    static final long EARLIEST_MS = 0;

    /** A smaller number, of ten digits, is one of seconds: as milliseconds it would be a day early in 1970. */
    private static final long LEAST_NUMBER = 10_000_000_000L;

    /** The first instant after the years that ISO-8601 writes with four digits. */
    static final long LATEST_EXCLUSIVE_MS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli() + 1;

    private static final int NO_DIGIT = -1;

    private final String text;
    private int position;

    private EventTime(String text) {
        this.text = text;
    }

    /** The instant in epoch milliseconds; null if the text names none, or one out of range. */
    static @Nullable Long parse(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String text = given.strip();
        @Nullable Long instant;
        try {
            instant = isNumber(text) ? milliseconds(text) : Long.valueOf(new EventTime(text).iso());
        } catch (NumberFormatException | DateTimeException | StringIndexOutOfBoundsException notATime) {
            return null;
        }
        return instant != null && instant >= EARLIEST_MS && instant < LATEST_EXCLUSIVE_MS ? instant : null;
    }

    private static @Nullable Long milliseconds(String digits) {
        long number = Long.parseLong(digits);
        return number < LEAST_NUMBER ? null : Long.valueOf(number);
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    private long iso() {
        int year = digits(4);
        boolean extended = skip('-');
        int month = digits(2);
        require(!extended || skip('-'));
        long day = LocalDate.of(year, month, digits(2)).toEpochDay();
        require(skip('T') || skip('t') || skip(' '));
        int hour = within(digits(2), 24);
        extended = skip(':');
        int minute = within(digits(2), 60);
        int second = 0;
        long millis = 0;
        if (extended ? skip(':') : atDigit()) {
            second = within(digits(2), 60);
            millis = skip('.') || skip(',') ? millis() : 0;
        }
        long offsetMinutes = offsetMinutes();
        require(position == text.length());
        return (((day * 24 + hour) * 60 + minute - offsetMinutes) * 60 + second) * 1000 + millis;
    }

    private long millis() {
        require(atDigit());
        long millis = 0;
        for (int unit = 100; atDigit(); unit /= 10) {
            millis += (long) unit * digits(1);
        }
        return millis;
    }

    private int offsetMinutes() {
        skip(' ');
        if (skip('Z') || skip('z')) {
            return 0;
        }
        int sign = skip('-') ? -1 : 1;
        require(sign < 0 || skip('+'));
        int hours = within(digits(2), 19);
        int minutes = skip(':') || atDigit() ? within(digits(2), 60) : 0;
        return sign * (hours * 60 + minutes);
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = digitAt(position++);
            require(digit != NO_DIGIT);
            number = number * 10 + digit;
        }
        return number;
    }

    private boolean atDigit() {
        return digitAt(position) != NO_DIGIT;
    }

    private int digitAt(int index) {
        char c = index < text.length() ? text.charAt(index) : ' ';
        return c >= '0' && c <= '9' ? c - '0' : NO_DIGIT;
    }

    private boolean skip(char expected) {
        boolean there = position < text.length() && text.charAt(position) == expected;
        position += there ? 1 : 0;
        return there;
    }

    private static int within(int number, int endExclusive) {
        require(number < endExclusive);
        return number;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DateTimeException("not an instant");
        }
    }
}
