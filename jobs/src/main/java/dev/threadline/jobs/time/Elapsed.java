package dev.threadline.jobs.time;

import dev.threadline.ingestion.warehouse.TwoClocks;
import dev.threadline.jobs.calendar.BusinessCalendar;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A duration that a person waits or works, in milliseconds on the wall clock and in business hours. */
public record Elapsed(long wallMs, long businessMs) implements TwoClocks, Serializable {

    public static final Elapsed ZERO = new Elapsed(0, 0);

    /** From one instant to a later one. */
    public static Elapsed between(long startInclusive, long endExclusive, BusinessCalendar calendar) {
        return new Elapsed(endExclusive - startInclusive, calendar.openMillis(startInclusive, endExclusive));
    }

    /** As {@link #between}, but {@code null} where an end is missing or lies before the start: nothing was observed. */
    public static @Nullable Elapsed observed(
            @Nullable Long startInclusive, @Nullable Long endExclusive, BusinessCalendar calendar) {
        if (startInclusive == null || endExclusive == null || endExclusive < startInclusive) {
            return null;
        }
        return between(startInclusive, endExclusive, calendar);
    }

    /** The sum over disjoint spans. */
    public static Elapsed of(List<Span> disjoint, BusinessCalendar calendar) {
        Elapsed sum = ZERO;
        for (Span span : disjoint) {
            sum = sum.plus(between(span.startInclusive(), span.endExclusive(), calendar));
        }
        return sum;
    }

    public Elapsed plus(Elapsed other) {
        return new Elapsed(wallMs + other.wallMs, businessMs + other.businessMs);
    }
}
