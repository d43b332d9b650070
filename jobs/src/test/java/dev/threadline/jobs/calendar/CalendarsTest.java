package dev.threadline.jobs.calendar;

import static dev.threadline.jobs.calendar.Schedules.WHOLE_DAY;
import static dev.threadline.jobs.calendar.Schedules.daily;
import static dev.threadline.jobs.calendar.Schedules.forChannel;
import static dev.threadline.jobs.calendar.Schedules.schedule;
import static dev.threadline.jobs.calendar.Schedules.startingOn;
import static dev.threadline.jobs.calendar.Schedules.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarsTest {

    private static final Schedule TEAM = schedule("UTC", daily(window(9, 17)));
    private static final Schedule CHANNEL = forChannel("sms", schedule("UTC", daily(window(0, 1))));
    private static final LocalDate JUNE = LocalDate.parse("2024-06-01");

    @Test
    void aTeamsScheduleGoesBeforeItsChannels() {
        Calendars calendars = new Calendars(List.of(TEAM, CHANNEL));
        assertThat(hoursOn("2024-05-01", calendars.of("team", "sms"))).isEqualTo(8);
        assertThat(hoursOn("2024-05-01", calendars.of("other", "sms"))).isEqualTo(1);
        assertThat(hoursOn("2024-05-01", calendars.of(null, "sms"))).isEqualTo(1);
        assertThat(hoursOn("2024-05-01", calendars.of("other", "email"))).isEqualTo(24);
        assertThat(hoursOn("2024-05-01", calendars.of(null, null))).isEqualTo(24);
    }

    @Test
    void beforeTheFirstVersionOfATeamsScheduleItsFallbackHolds() {
        Calendars calendars = new Calendars(List.of(startingOn(JUNE, TEAM), CHANNEL));
        assertThat(hoursOn("2024-05-31", calendars.of("team", "sms"))).isEqualTo(1);
        assertThat(hoursOn("2024-05-31", calendars.of("team", "email"))).isEqualTo(24);
        assertThat(hoursOn("2024-06-01", calendars.of("team", "sms"))).isEqualTo(8);
    }

    @Test
    void aVersionHoldsUntilTheNextOne() {
        Schedule longer = startingOn(JUNE, schedule("UTC", daily(window(8, 20))));
        Calendars calendars = new Calendars(List.of(longer, TEAM));
        BusinessCalendar calendar = calendars.of("team", null);
        assertThat(hoursOn("2024-05-31", calendar)).isEqualTo(8);
        assertThat(hoursOn("2024-06-01", calendar)).isEqualTo(12);
        assertThat(calendar.openMillis(start("2024-05-31"), start("2024-06-02")))
                .isEqualTo(Duration.ofHours(20).toMillis());
    }

    @Test
    void aVersionBeginsAtItsOwnZonesMidnight() {
        Schedule moved = startingOn(JUNE, schedule("Asia/Tokyo", daily(WHOLE_DAY)));
        BusinessCalendar calendar = new Calendars(List.of(TEAM, moved)).of("team", null);
        // 1 June in Tokyo begins at 15:00 of 31 May in UTC.
        assertThat(calendar.isOpen(Instant.parse("2024-05-31T08:59:59Z").toEpochMilli()))
                .isFalse();
        assertThat(calendar.openMillis(start("2024-05-31"), start("2024-06-01")))
                .isEqualTo(Duration.ofHours(15).toMillis());
    }

    @Test
    void aVersionThatALaterOneOvertakesNeverHolds() {
        // 1 January begins in this zone at 12:00Z, 2 January on Kiritimati two hours earlier.
        Schedule overtaken = startingOn(LocalDate.parse("2024-01-01"), schedule("Etc/GMT+12", daily(window(0, 1))));
        Schedule later = startingOn(LocalDate.parse("2024-01-02"), schedule("Pacific/Kiritimati", daily(WHOLE_DAY)));
        BusinessCalendar calendar = new Calendars(List.of(overtaken, later)).of("team", null);
        assertThat(hoursOn("2024-01-01", calendar)).isEqualTo(24);
        assertThat(hoursOn("2024-01-02", calendar)).isEqualTo(24);
    }

    @Test
    void aScheduleSurvivesBeingSent() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(startingOn(JUNE, TEAM));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(startingOn(JUNE, TEAM));
        }
    }

    private static long hoursOn(String date, BusinessCalendar calendar) {
        long start = start(date);
        return Duration.ofMillis(
                        calendar.openMillis(start, start + Duration.ofDays(1).toMillis()))
                .toHours();
    }

    private static long start(String date) {
        return Instant.parse(date + "T00:00:00Z").toEpochMilli();
    }
}
