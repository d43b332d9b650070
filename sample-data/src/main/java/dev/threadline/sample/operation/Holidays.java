package dev.threadline.sample.operation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** The days on which the teams of a country do not work: those with a fixed date, which is enough for a sample. */
final class Holidays {

    private static final List<MonthDay> IRISH =
            List.of(MonthDay.of(1, 1), MonthDay.of(3, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));
    private static final List<MonthDay> AMERICAN =
            List.of(MonthDay.of(1, 1), MonthDay.of(6, 19), MonthDay.of(7, 4), MonthDay.of(12, 25));

    private Holidays() {}

    static List<LocalDate> irish(LocalDate fromInclusive, LocalDate untilInclusive) {
        return between(fromInclusive, untilInclusive, IRISH);
    }

    static List<LocalDate> american(LocalDate fromInclusive, LocalDate untilInclusive) {
        return between(fromInclusive, untilInclusive, AMERICAN);
    }

    private static List<LocalDate> between(LocalDate fromInclusive, LocalDate untilInclusive, List<MonthDay> days) {
        return fromInclusive
                .datesUntil(untilInclusive.plusDays(1))
                .filter(date -> days.contains(MonthDay.from(date)))
                .toList();
    }
}
