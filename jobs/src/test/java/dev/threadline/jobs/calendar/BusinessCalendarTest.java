package dev.threadline.jobs.calendar;

import static dev.threadline.jobs.calendar.Schedules.NEW_YORK;
import static dev.threadline.jobs.calendar.Schedules.OFFICE_HOURS;
import static dev.threadline.jobs.calendar.Schedules.WHOLE_DAY;
import static dev.threadline.jobs.calendar.Schedules.daily;
import static dev.threadline.jobs.calendar.Schedules.schedule;
import static dev.threadline.jobs.calendar.Schedules.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    @Test
    void aWaitThroughAWeekendIsZeroNotUnknown() {
        BusinessCalendar calendar = calendar("UTC", OFFICE_HOURS);
        assertThat(open(calendar, "2024-03-08T20:00:00Z", "2024-03-11T05:00:00Z"))
                .isZero();
    }

    @Test
    void aWeekendWithASpringChangeCountsOnlyItsOpenHours() {
        BusinessCalendar calendar = calendar(NEW_YORK, OFFICE_HOURS);
        long start = at("2024-03-08T16:00", NEW_YORK);
        long end = at("2024-03-11T10:00", NEW_YORK);
        assertThat(calendar.openMillis(start, end)).isEqualTo(7_200_000);
        assertThat(end - start).isEqualTo(234_000_000);
    }

    @Test
    void everyDayFromMidnightToMidnightIsWallTime() {
        BusinessCalendar calendar = calendar("UTC", daily(WHOLE_DAY));
        assertThat(open(calendar, "2024-05-01T00:00:00Z", "2024-05-03T00:00:00Z"))
                .isEqualTo(172_800_000);
    }

    @Test
    void aWholeDayWithASpringChangeHas23HoursAndWithAnAutumnChange25() {
        BusinessCalendar calendar = calendar(NEW_YORK, daily(WHOLE_DAY));
        assertThat(calendar.openMillis(at("2024-03-10T00:00", NEW_YORK), at("2024-03-11T00:00", NEW_YORK)))
                .isEqualTo(23 * HOUR_MS);
        assertThat(calendar.openMillis(at("2024-11-03T00:00", NEW_YORK), at("2024-11-04T00:00", NEW_YORK)))
                .isEqualTo(25 * HOUR_MS);
    }

    @Test
    void anEndThatSpringSkipsMovesForwardByTheGap() {
        BusinessCalendar calendar = calendar(NEW_YORK, daily(new Window(60, 150)));
        // 01:00 EST to 02:30, which becomes 03:30 EDT: an hour and a half.
        assertThat(open(calendar, "2024-03-10T00:00:00Z", "2024-03-11T00:00:00Z"))
                .isEqualTo(90 * 60_000);
        assertThat(calendar.isOpen(ms("2024-03-10T07:29:59.999Z"))).isTrue();
        assertThat(calendar.isOpen(ms("2024-03-10T07:30:00Z"))).isFalse();
    }

    @Test
    void aWindowInsideTheGapIsNotOpenOnThatDay() {
        BusinessCalendar calendar = calendar(NEW_YORK, daily(new Window(150, 180)));
        assertThat(open(calendar, "2024-03-10T00:00:00Z", "2024-03-11T00:00:00Z"))
                .isZero();
    }

    @Test
    void ofALocalTimeThatAutumnRepeatsTheFirstIsMeant() {
        BusinessCalendar opensInTheOverlap = calendar(NEW_YORK, daily(new Window(90, 150)));
        BusinessCalendar closesInTheOverlap = calendar(NEW_YORK, daily(new Window(30, 90)));
        // 01:30 EDT to 02:30 EST is two hours; 00:30 EDT to 01:30 EDT is one, and 01:00 EST is closed.
        assertThat(open(opensInTheOverlap, "2024-11-03T04:00:00Z", "2024-11-04T04:00:00Z"))
                .isEqualTo(2 * HOUR_MS);
        assertThat(open(closesInTheOverlap, "2024-11-03T04:00:00Z", "2024-11-04T04:00:00Z"))
                .isEqualTo(HOUR_MS);
        assertThat(closesInTheOverlap.isOpen(ms("2024-11-03T06:00:00Z"))).isFalse();
    }

    @Test
    void windowsThatOverlapOrTouchAreOne() {
        assertThat(daily(window(12, 17), window(9, 12), window(10, 11))).isEqualTo(daily(window(9, 17)));
    }

    @Test
    void aHolidayIsALocalDate() {
        BusinessCalendar calendar =
                new ScheduledCalendar(List.of(schedule(NEW_YORK, OFFICE_HOURS, LocalDate.parse("2026-12-25"))));
        assertThat(calendar.isOpen(at("2026-12-24T16:59", NEW_YORK))).isTrue();
        assertThat(calendar.openMillis(at("2026-12-24T17:00", NEW_YORK), at("2026-12-28T09:00", NEW_YORK)))
                .isZero();
    }

    @Test
    void aWindowIsHalfOpen() {
        BusinessCalendar calendar = calendar("UTC", OFFICE_HOURS);
        assertThat(calendar.isOpen(ms("2024-03-08T08:59:59.999Z"))).isFalse();
        assertThat(calendar.isOpen(ms("2024-03-08T09:00:00Z"))).isTrue();
        assertThat(calendar.isOpen(ms("2024-03-08T16:59:59.999Z"))).isTrue();
        assertThat(calendar.isOpen(ms("2024-03-08T17:00:00Z"))).isFalse();
    }

    @Test
    void lengthHasNoCap() {
        BusinessCalendar calendar = calendar("UTC", daily(window(9, 17)));
        long days = 2_932_896; // 1970-01-01 to 9999-12-31
        assertThat(open(calendar, "1970-01-01T00:00:00Z", "9999-12-31T00:00:00Z"))
                .isEqualTo(days * 8 * HOUR_MS);
        assertThat(open(calendar, "0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z"))
                .isEqualTo(8 * HOUR_MS);
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsRefused() {
        for (BusinessCalendar calendar : List.of(BusinessCalendar.alwaysOpen(), calendar("UTC", OFFICE_HOURS))) {
            assertThatThrownBy(() -> calendar.openMillis(1, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ends at 1970-01-01T00:00:00Z, before it starts at 1970-01-01T00:00:00.001Z");
        }
    }

    @Test
    void anInstantOfNoCalendarYearIsRefused() {
        BusinessCalendar calendar = calendar("UTC", OFFICE_HOURS);
        assertThatThrownBy(() -> calendar.isOpen(Long.MIN_VALUE)).hasMessageContaining("the years 1 to 9999");
    }

    @Test
    void whoHasNoHoursIsNeverOpen() {
        BusinessCalendar calendar = calendar("UTC", new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of())));
        assertThat(open(calendar, "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"))
                .isZero();
    }

    private static BusinessCalendar calendar(String zone, WeeklyHours hours) {
        return new ScheduledCalendar(List.of(schedule(zone, hours)));
    }

    private static long open(BusinessCalendar calendar, String start, String end) {
        return calendar.openMillis(ms(start), ms(end));
    }

    private static long ms(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static long at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant().toEpochMilli();
    }
}
